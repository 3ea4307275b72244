import { isObject } from '../../shared/json/object.ts'
import { pointerOf } from '../../shared/json/pointer.ts'
import type { Facts, OperationFacts, ParameterFacts } from './facts.ts'
import { operationsOf } from './operations.ts'
import { quote } from './validator.ts'

/** A disagreement of two documents. */
export interface Difference {
  /** JSON pointer in the first document, also if it is missing there. */
  readonly pointer: string
  readonly says: readonly [first: string, second: string]
  /** The operations that it concerns. */
  readonly operations: readonly string[]
}

/** Returns all differences of two documents in these operations and the definitions that they refer to. */
export function differences(first: Facts, second: Facts, operations: readonly string[]): Difference[] {
  const found: Difference[] = []
  const reaching = new Map<string, string[]>()
  const places = new Map([...operationsOf(first), ...operationsOf(second)].map((place) => [place.operation, place]))
  for (const operation of operations) {
    const place = places.get(operation)
    if (!place) continue
    const [a, b] = [first, second].map((facts) => facts.paths[place.path]?.[place.method])
    const pointer = pointerOf('paths', place.path, place.method)
    if (!a || !b)
      found.push({ pointer, says: [a ? operation : 'nothing', b ? operation : 'nothing'], operations: [operation] })
    else {
      for (const difference of operationDifferences(a, b, pointer))
        found.push({ ...difference, operations: [operation] })
      for (const name of new Set([...reached(a, first), ...reached(b, second)]))
        reaching.set(name, [...(reaching.get(name) ?? []), operation])
    }
  }
  for (const [name, operations] of reaching)
    for (const difference of valueDifferences(
      first.definitions[name],
      second.definitions[name],
      pointerOf('definitions', name),
    ))
      found.push({ ...difference, operations })
  return found
}

type Bare = Omit<Difference, 'operations'>

function operationDifferences(a: OperationFacts, b: OperationFacts, pointer: string): Bare[] {
  const key = (parameter: ParameterFacts) => `${parameter.in} ${parameter.name ?? ''}`
  const [ours, theirs] = [a, b].map(({ parameters = [] }) => new Map(parameters.map((one) => [key(one), one])))
  const keys = [...new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])]
  const index = (name: string) => [...(ours?.keys() ?? [])].indexOf(name)
  const about = keys.flatMap((name) =>
    valueDifferences(
      ours?.get(name),
      theirs?.get(name),
      `${pointer}/parameters${index(name) < 0 ? '' : `/${index(name)}`}`,
    ),
  )
  return [...about, ...valueDifferences(a.responses, b.responses, `${pointer}/responses`)]
}

/** Compares values; lists are compared without regard to order. */
function valueDifferences(a: unknown, b: unknown, pointer: string): Bare[] {
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    return keys.flatMap((key) => valueDifferences(a[key], b[key], pointer + pointerOf(key)))
  }
  const [one, other] = [a, b].map((value) => (Array.isArray(value) ? [...value].sort() : value))
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ pointer, says: [quote(one), quote(other)] }]
}

/** Returns the definitions that an operation refers to, directly or indirectly. */
function reached(operation: OperationFacts, { definitions }: Facts): Set<string> {
  const names = new Set<string>()
  const visit = (value: unknown) => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    if (!isObject(value)) return
    const name = typeof value.$ref === 'string' ? /^#\/definitions\/(.+)$/.exec(value.$ref)?.[1] : undefined
    if (name !== undefined && !names.has(name)) {
      names.add(name)
      visit(definitions[name])
    }
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(operation)
  return names
}
