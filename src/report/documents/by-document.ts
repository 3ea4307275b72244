import { isObject } from '../../shared/json/object.ts'
import { pointerOf } from '../../shared/json/pointer.ts'
import { rememberingBoth } from '../../shared/memo.ts'
import type { Answer } from './answers.ts'
import { type Corrected, type Deviation, knownAt } from './deviations.ts'
import type { Facts } from './facts.ts'
import { matcherOf, type Place } from './operations.ts'
import { type Problem, quote, validatorsOf } from './validator.ts'

/** A disagreement of a response with a document. */
export interface Disagreement extends Problem {
  readonly answer: Answer
  readonly operation: string
  /** The document's known error that causes it. */
  readonly known?: Deviation | undefined
  /** A known error that is gone: the response is as the document says. */
  readonly gone?: Deviation | undefined
}

/**
 * Compares responses with a document without its known errors.
 * @param facts the document as it is
 * @param document the same without its known errors
 */
export function byDocument(facts: Facts, document: Corrected, answers: readonly Answer[]): Disagreement[] {
  const { present } = document
  const placeOf = matcherOf(facts)
  const knownIn = knownBy(present)
  return answers.flatMap((answer) => {
    const place = placeOf(answer.method, answer.path)
    if (!place) return []
    const about = { answer, operation: place.operation }
    const status = statusProblems(facts, place, answer).map((problem): Disagreement => {
      return { ...problem, ...about, known: knownIn(problem.pointer) }
    })
    const written = bodyProblems(facts, answer)
    const meant = bodyProblems(document.facts, answer)
    const errorOf = ({ pointer }: Problem) => knownIn(pointer) ?? knownIn(schemaPointer(facts, place, answer))
    // A problem with the original document only is its known error. A problem with the corrected document only means
    // that the shop now does what the original says.
    const known = written
      .filter((problem) => !meant.some((other) => other.at === problem.at))
      .map((problem) => ({ ...problem, ...about, known: errorOf(problem) }))
    const open = meant.map((problem): Disagreement => {
      const gone = written.some(({ at }) => at === problem.at) ? undefined : errorOf(problem)
      return { ...problem, ...about, gone }
    })
    return [...status, ...known, ...open]
  })
}

/** Caches lookups, because hundreds of responses meet the same known error. */
function knownBy(present: readonly Deviation[]): (pointer: string) => Deviation | undefined {
  const found = new Map<string, Deviation | undefined>()
  return (pointer) => {
    if (!found.has(pointer)) found.set(pointer, knownAt(pointer, present))
    return found.get(pointer)
  }
}

/** Returns the responses that violate the schemas of a document; ignores statuses. */
export const bodyDisagreements = rememberingBoth((facts: Facts, answers: readonly Answer[]): Disagreement[] => {
  const placeOf = matcherOf(facts)
  return answers.flatMap((answer) => {
    const place = placeOf(answer.method, answer.path)
    if (!place) return []
    return bodyProblems(facts, answer).map((problem) => ({ ...problem, answer, operation: place.operation }))
  })
})

/** A status that is not listed matches `default`, but clients are not told to expect it. */
function statusProblems(facts: Facts, place: Place, { exchange }: Answer): Problem[] {
  const responses = facts.paths[place.path]?.[place.method]?.responses ?? {}
  const status = String(exchange.status)
  if (Object.hasOwn(responses, status)) return []
  return [
    {
      pointer: pointerOf('paths', place.path, place.method, 'responses', status),
      at: '',
      keyword: `status ${status}`,
      documentSays: Object.keys(responses).join(', ') || 'nothing',
      valueSays: status,
    },
  ]
}

/** Cached, as the same responses are compared with the same document for a requirement, a report and a mutant. */
const bodyProblems = rememberingBoth((facts: Facts, answer: Answer): Problem[] => {
  const place = matcherOf(facts)(answer.method, answer.path)
  if (!place) return []
  const { body, json } = answer.exchange
  const status = documentedStatus(facts, place, answer)
  // `default` describes refusals. A success that is not listed is reported by its status only.
  if (status === 'default' && answer.exchange.status < 400) return []
  const validate = validatorsOf(facts)(place.path, place.method, status)
  if (!validate) return []
  if (body.json) return validate(body.bytes.length > largestWhole ? beginningOf(json) : json)
  return [
    {
      pointer: schemaPointer(facts, place, answer),
      at: '',
      keyword: 'json',
      documentSays: quote(facts.paths[place.path]?.[place.method]?.responses[status]?.schema),
      valueSays: body.problem === 'empty' ? 'no body' : `no JSON: ${quote(body.text ?? '')}`,
    },
  ]
})

/** Maximum size in bytes of a body that is validated completely; of larger ones only the first entries of lists. */
const largestWhole = 64 * 1024
const longestList = 1000

/** Shortens all lists in a value, so that a problem of every entry is not reported a hundred thousand times. */
function beginningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, longestList).map(beginningOf)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, beginningOf(inner)]))
}

function documentedStatus(facts: Facts, { path, method }: Place, { exchange }: Answer): string {
  const status = String(exchange.status)
  return Object.hasOwn(facts.paths[path]?.[method]?.responses ?? {}, status) ? status : 'default'
}

function schemaPointer(facts: Facts, place: Place, answer: Answer): string {
  const status = documentedStatus(facts, place, answer)
  return pointerOf('paths', place.path, place.method, 'responses', status, 'schema')
}
