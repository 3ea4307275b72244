import { probe } from '../../../target/probe.ts'
import { type Check, type Finding, good, note } from '../check.ts'

/** Settings of the shop that affect conformance, and the effect of each unusual value on a run. */
const facts: { name: string; unusual: (value: unknown) => string | undefined }[] = [
  {
    name: 'minimum password length',
    unusual: (value) => (Number(value) > 20 ? 'longer than the run’s passwords: nobody can register' : undefined),
  },
  { name: 'required character classes', unusual: () => undefined },
  {
    name: 'confirmation required',
    unusual: (value) =>
      value === true
        ? 'the run confirms its accounts as administrator, or by the links of their mails with a mailbox and the storefront; without, what needs a login is untestable'
        : undefined,
  },
  { name: 'locale', unusual: (value) => (String(value).startsWith('en') ? undefined : 'texts are not compared') },
  ...['US', 'GB', 'DE'].map((country) => ({
    name: `country ${country}`,
    unusual: (value: unknown) =>
      value === false
        ? 'not sold to, or its regions are numbered otherwise: what rests on an address there is left out'
        : undefined,
  })),
]

/** Lists the settings that the shop shows to anyone. A run finds the others by registering. */
export const probed: Check = {
  name: 'settings',
  after: 'magento',
  async look({ guard }) {
    const known = await probe(guard.client)
    const told = facts.filter(({ name }) => name in known)
    const untold = facts.filter(({ name }) => !(name in known)).map(({ name }) => name)
    const plain = told.filter(({ name, unusual }) => unusual(known[name]?.value) === undefined)
    const findings: Finding[] = told.flatMap(({ name, unusual }) => {
      const means = unusual(known[name]?.value)
      return means ? [note(`${name} ${known[name]?.value}`, means)] : []
    })
    if (plain.length > 0) findings.unshift(good(plain.map(({ name }) => `${name} ${known[name]?.value}`).join(', ')))
    if (untold.length > 0)
      findings.push(
        note(`not told: ${untold.join(', ')}`, 'a run finds out by registering, or takes them as on a stock shop'),
      )
    return findings
  },
}
