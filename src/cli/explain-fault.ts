import { closest } from 'fastest-levenshtein'
import { linkOf, thread } from '../judge/source.ts'
import { knownFaults } from '../report/findings/findings-of.ts'
import { calledAs } from '../shared/command.ts'
import { UsageError } from '../target/settings.ts'
import { mending } from './mending.ts'
import { selectRequirements } from './select.ts'

/** Prefix of a fault in `explain` and findings. */
export const faultPrefix = 'fault:'

/**
 * Prints a fault of the kill matrix: what it does, which requirements detect it, where it occurred, and how to fix it.
 */
export function explainFault(name: string): number {
  const faults = knownFaults()
  const fault = faults.find(({ id }) => id === name)
  if (!fault) {
    const best = closest(
      name,
      faults.map(({ id }) => id),
    )
    throw new UsageError(`Unknown fault \`${name}\`. Did you mean ${faultPrefix}${best}?`)
  }
  const { id, does, origin, family, shows } = fault
  const found = selectRequirements(undefined).filter((one) => one.id in shows)
  const asked = found.filter((one) => shows[one.id] !== 'blocked')
  const kept = found.filter((one) => shows[one.id] === 'blocked')
  const link = origin && linkOf(thread(origin))
  const places = asked.flatMap(({ source }) => source.filter(({ kind }) => kind === 'source code'))
  const nexts = new Set(asked.flatMap(({ next }) => next ?? []))
  const lines = [
    `${faultPrefix}${id}`,
    `  ${does}`,
    '',
    `  subject   ${family}`,
    `  happened  ${origin ? `${origin}${link ? ` ${link}` : ''}` : 'not known to have happened: a defect made to test the suite'}`,
    ...asked.map((one) => `  shows     ${one.id.padEnd(11)} ${one.sentence}`),
    ...(kept.length ? [`  blocks    ${kept.map((one) => one.id).join(' ')}`] : []),
    ...(asked[0] ? [`  why       ${asked[0].why}`] : []),
    ...[...nexts].map((next) => `  mend      ${next}`),
    ...[...new Set(places.map(({ at }) => at))].slice(0, 5).map((at) => `  mend      compare with Magento: ${at}`),
    ...mending(fault).map((line) => `  mend      ${line}`),
    ...(asked[0] ? [`  then      ${calledAs} --only ${asked[0].id}`] : []),
  ]
  console.log(lines.join('\n'))
  return 0
}
