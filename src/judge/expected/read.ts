import type { ErrorObject } from 'ajv/dist/2020.js'
import { closest } from 'fastest-levenshtein'
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { namesOf } from '../../shared/json/pointer.ts'
import { findDuplicateKey } from '../duplicate-keys.ts'
import type { ExpectedFailure } from './expected.ts'
import { validatorOf } from './validator.ts'

/** Thrown for a file of expected failures that cannot be gone by: says where, what, and what to do. */
export class ExpectedError extends Error {
  override name = 'ExpectedError'
}

/**
 * Reads a file of expected failures.
 * @param text JSON with comments
 * @param file its name, for messages
 * @param ids of all requirements there are
 * @throws ExpectedError
 */
export function readExpected(text: string, file: string, ids: readonly string[]): ExpectedFailure[] {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const fail = (offset: number, problem: string): never => {
    throw new ExpectedError(`${file}:${lineOf(offset)}: ${problem}`)
  }
  const problems: ParseError[] = []
  const tree = parseTree(text, problems, { allowTrailingComma: true })
  const [broken] = problems
  if (broken || !tree) return fail(broken?.offset ?? 0, `it is no JSON with comments: ${nameOf(broken)}`)
  const place = (path: readonly (string | number)[]) => findNodeAtLocation(tree, [...path]) ?? tree
  const value: unknown = getNodeValue(tree)
  const validate = validatorOf('expected')
  if (!validate(value)) {
    const error = validate.errors?.[0] as ErrorObject
    return fail(place(pathOf(error.instancePath)).offset, problemOf(error))
  }
  const entries = (value as { expected: ExpectedFailure[] }).expected
  const nodes = place(['expected']).children as Node[]
  const twice = findDuplicateKey(text)
  if (twice !== undefined) return fail(placeOfSecond(tree, twice), `"${twice}" stands twice in one place: keep one`)
  for (const [index, entry] of entries.entries()) {
    const { offset } = nodes[index] as Node
    const { id, until } = entry
    if (!ids.includes(id)) return fail(offset, `there is no requirement "${id}": is ${closest(id, [...ids])} meant?`)
    const first = entries.findIndex((other) => other.id === id)
    if (first < index)
      return fail(offset, secondEntry(entries[first] as ExpectedFailure, entry, lineOf(nodes[first]!.offset)))
    if (until !== undefined && !isDay(until)) return fail(offset, `until is "${until}": there is no such day`)
  }
  return entries
}

const nameOf = (error: ParseError | undefined) =>
  error
    ? printParseErrorCode(error.error)
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toLowerCase()
    : 'it is empty'

/** A JSON pointer as a path of jsonc-parser. */
const pathOf = (pointer: string) => namesOf(pointer).map((name) => (/^\d+$/.test(name) ? Number(name) : name))

function problemOf({ instancePath, keyword, message, params, parentSchema, data }: ErrorObject): string {
  const name = instancePath.split('/').at(-1) as string
  if (keyword === 'required')
    return /\d$/.test(instancePath) ? `"${params.missingProperty}" is missing` : 'it has no list "expected"'
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema as { properties: object }).properties)
    const unknown = params.additionalProperty as string
    return `"${unknown}" means nothing here: is "${closest(unknown, known)}" meant?`
  }
  if (keyword === 'pattern') {
    const { description } = parentSchema as { description: string }
    return `"${name}" is ${JSON.stringify(data)}. ${description}`
  }
  return `${name ? `"${name}"` : 'the file'} ${message}`
}

/** Two entries for one requirement can say one thing or two, and neither is of use. */
function secondEntry(first: ExpectedFailure, second: ExpectedFailure, line: number): string {
  const same = JSON.stringify(Object.entries(first).sort()) === JSON.stringify(Object.entries(second).sort())
  return `${second.id} stands in line ${line} already${same ? '' : ', and says something else there'}: keep one`
}

/** Where a name stands for the second time in one object. */
function placeOfSecond(node: Node, name: string): number {
  const own = (node.children ?? []).filter(({ children }) => node.type === 'object' && children?.[0]?.value === name)
  if (own[1]) return own[1].offset
  return (node.children ?? []).map((child) => placeOfSecond(child, name)).find((offset) => offset > 0) ?? 0
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
