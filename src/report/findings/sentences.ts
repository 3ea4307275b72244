import { reasonOf } from './blocked.ts'
import { objectionIn, operationOf } from './by-place.ts'
import { differenceOf } from './difference.ts'
import type { Judged } from './finding.ts'
import { messageIn, otherStatus, rewritten } from './objection.ts'

const longest = 90

/** Returns a sentence for requirements with the same objection. @param shown the most telling one */
export function placeSentence(requirements: readonly Judged[], shown: Judged): string {
  const saying = objectionInWords(requirements, shown)
  // If an invalid request was accepted, only the requirement says what is wrong.
  const isAccepted = / [45]\d\d>2\d\d/.test(objectionIn(shown))
  if (requirements.length > 2 && !isAccepted) return capital(saying)
  return `Does not hold: ${shown.sentence} (${saying})`
}

/** Returns a sentence for requirements that a response prevented from being tested. */
export const blockedSentence = (requirements: readonly Judged[]): string =>
  `${counted(requirements.length)} could not be tested: ${requirements[0]?.why ?? ''}`

/** Returns a sentence about the response on which most of the others depend. */
export function causeSentence(requirements: readonly Judged[], shown: Judged): string {
  const kept = requirements.filter(({ verdict }) => verdict === 'blocked')
  const rest = kept.length ? `; ${counted(kept.length)} could not be tested because of it` : ''
  const how = rewriting(requirements, shown) ?? statusInstead(requirements, shown)
  if (how) return `${how}${rest}`
  const [first] = kept
  const operation = operationOf(first ?? shown) ?? ''
  const came = first && operationOf(shown) !== operation ? '' : (shown.actual ?? '')
  const said = toldIn(came) ?? cut(/^\d{3}\b/.test(came) ? '' : came)
  return `${operation} ${first ? reasonOf(first) : `answers ${statusIn(came)}`}${said ? `: ${said}` : ''}${rest}`
}

/** Describes how the API differs as a whole; undefined if it does not. */
function rewriting(requirements: readonly Judged[], shown: Judged): string | undefined {
  const { expected = '', actual = '' } = shown
  const alike = requirements.filter((one) => cameOf(one) === cameOf(shown))
  const names = [...new Set(alike.map(({ place }) => lastOf(place)))].filter((name) => !/^\d*$/.test(name))
  switch (cameOf(shown)) {
    case rewritten.inside:
      return `Answers are wrapped in an object: ${/\{.*/.exec(actual)?.[0] ?? /, but (.*?)(?:;|$)/.exec(actual)?.[1]}`
    case rewritten.renamed:
      return `Fields of answers have other names: ${/there is (`[^`]*`)/.exec(actual)?.[1]} in place of \`${lastOf(shown.place)}\``
    case rewritten.types: {
      if (names.length === 0) return undefined
      const fields = names.slice(0, mostFields).map((name) => `\`${name}\``)
      return `Fields of answers have another type: ${fields.join(', ')}; expected ${cut(withoutPlace(expected))}, got ${cut(actual)}`
    }
    default:
      return undefined
  }
}

/** Returns a sentence about several operations that return the same unexpected status. */
function statusInstead(requirements: readonly Judged[], shown: Judged): string | undefined {
  const pair = otherStatus(objectionIn(shown))
  const alike = requirements.filter((one) => pair !== undefined && otherStatus(objectionIn(one)) === pair)
  const operations = [...new Set(alike.flatMap((one) => operationOf(one) ?? []))]
  if (operations.length < 2 || !shown.actual) return undefined
  const messages = new Set(alike.map(({ actual }) => messageIn(actual ?? '')))
  const came = messages.size > 1 ? (/^\d{3}( [A-Z][A-Za-z]*)*/.exec(shown.actual)?.[0] ?? '') : statusIn(shown.actual)
  const what = `${listed(operations)} answer ${came} in place of ${pair?.slice(0, 3)}`
  return pair === '200>401' && / access self\./.test(what) ? `The token of a login is rejected: ${what}` : what
}

const mostFields = 5
/** One id is not a multiple of another, nor a part of it. */
const isId = /(^|[/_])id$/
const lastOf = (place: string | undefined) => place?.split('/').at(-1) ?? ''

const counted = (count: number) => (count === 1 ? '1 requirement' : `${count} requirements`)
const cameOf = (one: Judged) => objectionIn(one).split(' ').at(-1)

function objectionInWords(requirements: readonly Judged[], shown: Judged): string {
  const { place, expected = '', actual = '' } = shown
  const alike = requirements.filter((one) => one.place === place && cameOf(one) === cameOf(shown))
  const operations = [...new Set(alike.flatMap((one) => operationOf(one) ?? []))]
  const where = operations.length ? listed(operations) : 'the shop'
  const came = cameOf(shown)
  const wanted = cut(withoutPlace(expected))
  if (place === 'status')
    return `${where} ${operations.length > 1 ? 'answer' : 'answers'} ${statusIn(actual)}, expected ${wanted}`
  if (place === 'mail') return `expected ${wanted}, got ${cut(actual)}`
  if (place?.startsWith('header ')) {
    const name = `\`${place.slice('header '.length)}\``
    if (came === 'missing') return `header ${name} is missing from the answer to ${where}`
    return `header ${name} of the answer to ${where}: expected ${wanted}, got ${cut(actual)}`
  }
  if (place?.startsWith('/') && came?.startsWith('missing'))
    return `${field(place)} is missing from the answer to ${where}${/, but (.*)/.exec(actual)?.[0] ?? ''}`
  const how = place?.startsWith('/') && !isId.test(place) ? differenceOf(expected, actual).told : undefined
  const got = `${cut(actual)}${how ? ` (${how})` : ''}`
  if (place?.startsWith('/')) return `${field(place)} in the answer to ${where}: expected ${wanted}, got ${got}`
  return `${operations.length ? `${where}: ` : ''}expected ${wanted}, got ${got}`
}

/** Returns the status such as `200 OK` in a description of a response, with the message of a refusal. */
function statusIn(actual: string): string {
  const status = /^\d{3}( [A-Z][A-Za-z]*)*/.exec(actual)?.[0]
  const message = toldIn(actual)
  return status ? `${status}${message ? ` ${cut(message)}` : ''}` : cut(actual)
}

/** Returns the message of a refusal, with its parameters filled in. */
function toldIn(actual: string): string | undefined {
  const parameters = /"parameters":(\{[^{}]*\}|\[[^[\]]*\])/.exec(actual)?.[1]
  const message = messageIn(actual)
  if (!message || !parameters) return message
  const values = JSON.parse(parameters) as Record<string, unknown>
  const parameter = (name: string) => values[Array.isArray(values) ? Number(name) - 1 : name]
  return message.replace(/%(\w+)/g, (placeholder, name) => String(parameter(name) ?? placeholder))
}

/** Formats a JSON pointer for output: `addresses[0].region`. */
const field = (pointer: string) =>
  `\`${pointer
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')}\``

const withoutPlace = (expected: string) => expected.replace(/ at \/\S*?(?=,|$| )/, '').replace(/, as ".*$/, '')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

function listed(operations: readonly string[]): string {
  const [first = '', second, ...more] = operations
  if (second === undefined) return first
  return more.length ? `${first} and ${more.length + 1} other operations` : `${first} and ${second}`
}
