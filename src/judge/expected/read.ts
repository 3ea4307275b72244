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
import { areaOf } from '../requirement.ts'
import { type ExpectedFailure, idsOf, namesOf as subjectsOf } from './expected.ts'
import { validatorOf } from './validator.ts'

/** Thrown for an invalid file of expected failures. The message contains position, problem and what to do. */
export class ExpectedError extends Error {
  override name = 'ExpectedError'
}

/**
 * Reads a file of expected failures.
 * @param text JSON with comments
 * @param file its name, for messages
 * @param ids the ids of all requirements
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
  if (broken || !tree) return fail(broken?.offset ?? 0, `it is not valid JSON with comments: ${nameOf(broken)}`)
  const place = (path: readonly (string | number)[]) => findNodeAtLocation(tree, [...path]) ?? tree
  const value: unknown = getNodeValue(tree)
  const without = withoutReason(value)
  const nodes = place(['expected']).children ?? []
  const [unexplained] = without
  if (unexplained)
    return fail(
      (nodes[unexplained[0]] as Node).offset,
      `${listed(without.map(([index, name]) => `${name} (line ${lineOf((nodes[index] as Node).offset)})`))}: the reason is empty. Write why it fails, or remove the entry`,
    )
  const validate = validatorOf('expected')
  if (!validate(value)) {
    const errors = validate.errors as ErrorObject[]
    const error = errors.find(({ keyword }) => keyword === 'oneOf') ?? (errors[0] as ErrorObject)
    return fail(place(pathOf(error.instancePath)).offset, problemOf(error))
  }
  const entries = (value as { expected: ExpectedFailure[] }).expected
  const twice = findDuplicateKey(text)
  if (twice !== undefined) return fail(placeOfSecond(tree, twice), `\`${twice}\` stands twice in one object: keep one`)
  const seen = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    const { offset } = nodes[index] as Node
    const problem = problemWithNames(entry, ids) ?? problemWithDay(entry)
    if (problem) return fail(offset, problem)
    for (const name of entry.area === undefined ? idsOf(entry) : [entry.area]) {
      const first = seen.get(name)
      if (first !== undefined) return fail(offset, `${name} is listed in line ${first} already: keep one of them`)
      seen.set(name, lineOf(offset))
    }
  }
  return entries
}

/** Returns the entries without a reason, by index, with what they are about. */
function withoutReason(value: unknown): [index: number, name: string][] {
  const { expected } = (value ?? {}) as { expected?: unknown }
  if (!Array.isArray(expected)) return []
  return expected.flatMap((entry, index): [number, string][] => {
    const { id, ids, area, reason } = (entry ?? {}) as Record<string, unknown>
    if (typeof reason !== 'string' || reason.trim()) return []
    const name = Array.isArray(ids) ? ids.join(', ') : (id ?? (area && `area ${area}`) ?? 'an entry')
    return [[index, String(name)]]
  })
}

const most = 5
const listed = (texts: readonly string[]) =>
  texts.length > most ? `${texts.slice(0, most).join('; ')} and ${texts.length - most} more` : texts.join('; ')

function problemWithNames(entry: ExpectedFailure, ids: readonly string[]): string | undefined {
  const { area, actual } = entry
  const areas = [...new Set(ids.map(areaOf))]
  if (area !== undefined && !areas.includes(area))
    return `there is no area \`${area}\`. Did you mean ${closest(area, areas)}?`
  const unknown = idsOf(entry).find((id) => !ids.includes(id))
  if (unknown !== undefined)
    return `there is no requirement \`${unknown}\`. Did you mean ${closest(unknown, [...ids])}?`
  const own = (id: string) => (area === undefined ? idsOf(entry).includes(id) : areaOf(id) === area)
  const stray = typeof actual === 'object' ? Object.keys(actual).find((id) => !own(id)) : undefined
  return stray === undefined ? undefined : `\`actual\` names ${stray}, and the entry is about ${subjectsOf(entry)}`
}

const problemWithDay = ({ until }: ExpectedFailure): string | undefined =>
  until === undefined || isDay(until) ? undefined : `\`until\` is \`${until}\`: there is no such day`

const nameOf = (error: ParseError | undefined) =>
  error
    ? printParseErrorCode(error.error)
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toLowerCase()
    : 'it is empty'

/** Converts a JSON pointer to a path of jsonc-parser. */
const pathOf = (pointer: string) => namesOf(pointer).map((name) => (/^\d+$/.test(name) ? Number(name) : name))

function problemOf({ instancePath, keyword, message, params, parentSchema, data }: ErrorObject): string {
  const name = instancePath.split('/').at(-1) as string
  if (keyword === 'oneOf') return 'an entry names one of `id`, `ids` and `area`'
  if (keyword === 'required')
    return /\d$/.test(instancePath) ? `\`${params.missingProperty}\` is missing` : 'the list `expected` is missing'
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema as { properties: object }).properties)
    const unknown = params.additionalProperty as string
    return `unknown field \`${unknown}\`. Did you mean \`${closest(unknown, known)}\`?`
  }
  if (keyword === 'pattern') {
    const { description } = parentSchema as { description: string }
    return `\`${name}\` is ${JSON.stringify(data)}. ${description}`
  }
  return `${name ? `\`${name}\`` : 'the file'} ${message}`
}

/** Returns the offset of the second property with the same name in an object. */
function placeOfSecond(node: Node, name: string): number {
  const own = (node.children ?? []).filter(({ children }) => node.type === 'object' && children?.[0]?.value === name)
  if (own[1]) return own[1].offset
  return (node.children ?? []).map((child) => placeOfSecond(child, name)).find((offset) => offset > 0) ?? 0
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
