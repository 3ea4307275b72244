import { probe } from '../../../target/probe.ts'
import { type Check, type Finding, good, note } from '../check.ts'

/** Settings of the shop that affect conformance, and the effect of each unusual value on a run. */
const facts: { name: string; unusual: (value: unknown) => string | undefined }[] = [
  {
    name: 'minimum password length',
    unusual: (value) =>
      Number(value) > 20 ? 'the run’s passwords are shorter: no registration is possible' : undefined,
  },
  { name: 'required character classes', unusual: () => undefined },
  {
    name: 'confirmation required',
    unusual: (value) =>
      value === true
        ? 'the run confirms its accounts as an administrator, or with a mailbox and the storefront by the links in the mails; with neither, everything that needs a login is untestable'
        : undefined,
  },
  { name: 'locale', unusual: (value) => (String(value).startsWith('en') ? undefined : 'messages are not compared') },
  ...['US', 'GB', 'DE'].map((country) => ({
    name: `country ${country}`,
    unusual: (value: unknown) =>
      value === false
        ? 'not an allowed country, or its regions have other ids: requirements about an address there are left out'
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
        note(`unknown: ${untold.join(', ')}`, 'a run finds them by registering, or assumes the values of a stock shop'),
      )
    return findings
  },
}
