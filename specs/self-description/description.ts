import { untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { methods } from '../../src/report/documents/facts.ts'
import { descriptionScenario, type Live, liveDocuments } from '../../src/report/documents/live.ts'

const setting = 'let /rest/<store>/schema through, and give the run an administrator'

/** All responses to requests for the schema. */
export function askedForDescription(exchanges: readonly Exchange[]): Exchange[] {
  const asked = exchanges.filter(
    ({ data }) => data.scenario === descriptionScenario && /\/schema\b/.test(data.request.url),
  )
  if (asked.length === 0) untestable('the run did not request the shop’s schema', 'run it without --only')
  return asked
}

/** The schemas that the shop returned. A shop may refuse them to guests. */
export function descriptions(exchanges: readonly Exchange[]): Exchange[] {
  const given = askedForDescription(exchanges).filter(({ status, body }) => status === 200 && body.json)
  if (given.length === 0) untestable('the shop does not return its schema to this run', setting)
  return given
}

/** The readable schemas, the largest first. */
export function readDescriptions(exchanges: readonly Exchange[]): Live[] {
  descriptions(exchanges)
  const read = liveDocuments(exchanges)
  if (read.length === 0) untestable('the shop’s schema has no paths or no definitions', 'see SCHEMA-01')
  return read
}

/** All operations of a schema, whatever its form. */
export function rawOperations(description: Exchange): { readonly operation: string; readonly value: object }[] {
  const paths = Object.entries(Object(description.at('/paths').value) as Record<string, unknown>)
  return paths.flatMap(([path, item]) =>
    Object.entries(Object(item) as Record<string, unknown>)
      .filter(([method]) => methods.includes(method))
      .map(([method, value]) => ({
        operation: `${method.toUpperCase()} ${path}`,
        value: Object(value) as object,
      })),
  )
}

/** All references in a JSON value. */
export function referencesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : referencesOf(inner),
  )
}
