import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Facts, factsOf } from '../../../src/report/documents/facts.ts'
import { operationsOf } from '../../../src/report/documents/operations.ts'
import { audiences, type Published } from '../../../src/report/documents/published.ts'

/**
 * Derives the facts in schemas/published/ from Adobe's documents, which this project may not distribute.
 * @param folder the folder with `AUDIENCE-RELEASE.json`, OpenAPI 2.0, complete or only with operations about customers
 */
export function derive(folder: string, release: string): Published {
  const read = (audience: string) => {
    const facts = factsOf(JSON.parse(readFileSync(join(folder, `${audience}-${release}.json`), 'utf8')))
    if (!facts) throw new Error(`${audience}-${release}.json has no paths or no definitions`)
    return facts
  }
  const admin = read('admin')
  for (const audience of audiences) assertPart(read(audience), admin, `${audience}-${release}`)
  const listed = (audience: string) =>
    operationsOf(read(audience))
      .map(({ operation }) => operation)
      .sort()
  return {
    $schema: '../published.schema.json',
    release,
    audiences: { guest: listed('guest'), customer: listed('customer'), admin: listed('admin') },
    ...admin,
  }
}

/** An operation must be the same in the documents of all audiences, so that one file can contain all three. */
function assertPart(part: Facts, whole: Facts, name: string): void {
  for (const { operation, path, method } of operationsOf(part))
    if (!isDeepStrictEqual(part.paths[path]?.[method], whole.paths[path]?.[method]))
      throw new Error(`${name} describes ${operation} otherwise than the administrators' document`)
  for (const [definition, facts] of Object.entries(part.definitions))
    if (!isDeepStrictEqual(facts, whole.definitions[definition]))
      throw new Error(`${name} defines ${definition} otherwise than the administrators' document`)
}

export const publishedReleases = ['2.4.6', '2.4.7', '2.4.8', '2.4.9']
