import type { ChangeClass } from './classes.ts'
import type { Change, Diff, NotCompared } from './diff.ts'
import type { Finding } from './findings.ts'
import type { Timing } from './latency.ts'
import type { RequirementChange } from './requirements.ts'

/** Maximum number of examples named. */
const examples = 4

/** Returns a change in one line: `/group_id was 1, is 3`. */
export function changeLine({
  kind,
  place,
  before,
  after,
}: Pick<Change, 'kind' | 'place' | 'before' | 'after'>): string {
  if (place === 'status') return `answered ${before}, now ${after}`
  if (after === 'nothing') return `${place} is gone: ${before}`
  if (before === 'nothing') return `${place} is new: ${after}`
  if (kind === 'order' || kind === 'identity') return `${place}: ${before}, now ${after}`
  return `${place} was ${before}, is ${after}`
}

/** Returns a finding in one line: its first change and the number of others; undefined if it has none. */
export function findingLine({ changes: [first, ...others] }: Finding): string | undefined {
  if (!first) return undefined
  const places = new Set(others.map(({ place }) => place).filter((place) => place !== first.place)).size
  const more = places ? `at ${places} other place${places === 1 ? '' : 's'}` : 'in the same place'
  const alike = others.length ? `; and ${others.length} alike ${more}` : ''
  return `${operationsLine(first)}: ${changeLine(first)}${alike}`
}

/** Returns the places of a change: all if there are few, otherwise some. */
export function seenLine(changes: readonly Pick<Change, 'exchanges'>[]): string {
  const seen = new Map(changes.flatMap(({ exchanges }) => exchanges.map((one) => [`${one.scenario} ${one.name}`, one])))
  const exchanges = [...seen.values()]
  const named = exchanges.slice(0, examples).map(({ scenario, name }) => `"${name}" of ${scenario}`)
  const more = exchanges.length - named.length
  const many = exchanges.length > 1 ? `in ${exchanges.length} exchanges: ` : ''
  return `${many}${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}`
}

/** Returns `POST /V1/customers` and the number of others. */
export function operationsLine({ operations }: Pick<Change, 'operations'>): string {
  const [first = '', ...rest] = operations
  if (rest.length === 0) return first
  return rest.length < 3 ? operations.join(', ') : `${first} and ${rest.length} other operations`
}

/** Returns a change of latency in one line: `GET /V1/customers/me: median 20 ms, now 90 ms`. */
export function timingLine({ operation, median: [b, a], samples }: Timing): string {
  return `${operation}: median ${Math.round(b)} ms, now ${Math.round(a)} ms (${samples[0]} and ${samples[1]} answers)`
}

/** Returns the verdicts before and after, with a short reason: `pass, now fail: …`. */
export function verdictLine({ before, after, reason }: RequirementChange): string {
  return `${before}, now ${after}${reason ? `: ${cut(reason)}` : ''}`
}

const cut = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text)

const where: Record<NotCompared['missing'], string> = {
  before: 'not at hand before',
  after: 'not at hand after',
  both: 'at hand on neither side',
}

/** Returns the number of exchanges and requirements on one side only, and why. */
export function notComparedLine({ missing, why, exchanges, requirements }: NotCompared): string {
  const count = (number: number, what: string) => (number ? [`${number} ${what}${number === 1 ? '' : 's'}`] : [])
  const what = [...count(exchanges.length, 'exchange'), ...count(requirements.length, 'requirement')].join(' and ')
  return `${what} ${where[missing]}: ${why}`
}

/** Returns the last line of each diff. Its format is stable. */
export function countingLine({ before, after, counts, compared }: Diff): string {
  const numbers = Object.entries(counts).map(
    ([name, { all, unannounced }]) => `${all} ${name} (${unannounced} unannounced)`,
  )
  return `${before.release.name} → ${after.release.name}: ${numbers.join(', ')} | ${compared.exchanges} exchanges, ${compared.mails} mailboxes, ${compared.requirements} requirements compared`
}

/** True if there is no difference. */
export const isEmpty = ({ counts }: Diff): boolean => Object.values(counts).every(({ all }) => all === 0)

/** Sign and colour of each class. */
export const signs: Readonly<Record<ChangeClass, readonly [sign: string, colour: 'red' | 'yellow' | 'green' | 'dim']>> =
  {
    breaking: ['✗', 'red'],
    tightened: ['▲', 'yellow'],
    loosened: ['▼', 'yellow'],
    text: ['¶', 'dim'],
    minor: ['·', 'dim'],
    added: ['+', 'green'],
    mended: ['✓', 'green'],
    timing: ['◷', 'yellow'],
  }
