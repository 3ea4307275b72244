import { objectionIn, operationOf } from './by-place.ts'
import type { Judged } from './finding.ts'

const longest = 90

/** What requirements that object to the same place say together, in one sentence. @param shown the one that shows it best */
export function placeSentence(requirements: readonly Judged[], shown: Judged): string {
  const saying = objectionInWords(requirements, shown)
  if (requirements.length > 2) return capital(saying)
  return `Not so: ${shown.sentence} (${saying})`
}

/** What an answer kept from being asked. */
export const blockedSentence = (requirements: readonly Judged[]): string =>
  `${requirements.length === 1 ? '1 requirement' : `${requirements.length} requirements`} could not be asked: ${requirements[0]?.why ?? ''}`

function objectionInWords(requirements: readonly Judged[], shown: Judged): string {
  const { place, expected = '', actual = '' } = shown
  const operations = [...new Set(requirements.flatMap((one) => operationOf(one) ?? []))]
  const where = operations.length ? listed(operations) : 'the shop'
  const came = objectionIn(shown).split(' ').at(-1)
  if (place === 'status') return `${where} answers ${statusIn(actual)}, expected ${cut(expected)}`
  if (place === 'mail') return `expected ${cut(expected)}, got ${cut(actual)}`
  if (place?.startsWith('header ')) {
    const name = `\`${place.slice('header '.length)}\``
    if (came === 'missing') return `header ${name} is missing from the answer to ${where}`
    return `header ${name} of the answer to ${where}: expected ${cut(expected)}, got ${cut(actual)}`
  }
  if (place?.startsWith('/') && came === 'missing') return `${field(place)} is missing from the answer to ${where}`
  if (place?.startsWith('/'))
    return `${field(place)} in the answer to ${where}: expected ${cut(withoutPlace(expected))}, got ${cut(actual)}`
  return `${operations.length ? `${where}: ` : ''}expected ${cut(expected)}, got ${cut(actual)}`
}

/** `200 OK` of an answer in words. */
const statusIn = (actual: string) => /^\d{3}( [A-Z][A-Za-z]*)*/.exec(actual)?.[0] ?? cut(actual)

/** A pointer as people write a field: `addresses[0].region`. */
const field = (pointer: string) =>
  `\`${pointer
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')}\``

const withoutPlace = (expected: string) => expected.replace(/ at \/\S*/, '')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

function listed(operations: readonly string[]): string {
  const [first = '', second, ...more] = operations
  if (second === undefined) return first
  return more.length ? `${first} and ${more.length + 1} other operations` : `${first} and ${second}`
}
