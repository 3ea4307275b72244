import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/report/documents/facts.ts'
import { play } from './replay.ts'
import { recordingOf, type StepRecord, scenarios } from './scenarios.ts'

interface Document {
  info: unknown
  basePath: string
  tags: { name: string }[]
  paths: Record<string, Record<string, { operationId: string; tags: string[] }>>
}

const questions = ['protocol/schema-customer', 'protocol/schema-default', 'protocol/schema-customer-as-admin']

describe.each(['2.3.7-p4', '2.4.1', '2.4.7-p6'])('the schema of %s', (release) => {
  it.each(questions)('lists in %s what the real shop lists', async (id) => {
    const scenario = scenarios.find((candidate) => candidate.id === id)
    const [answer] = scenario ? await play(release, scenario, 1) : []
    expect(outline(answer)).toEqual(outline(recordingOf(release).get(`${id}|call`)))
  })

  it.each(questions)('has in %s every operation and definition as the real shop', async (id) => {
    const scenario = scenarios.find((candidate) => candidate.id === id)
    const [answer] = scenario ? await play(release, scenario, 1) : []
    const real = factsOf(recordingOf(release).get(`${id}|call`)?.response?.body)
    expect(Object.keys(real?.definitions ?? {}).length).toBeGreaterThan(4)
    expect(factsOf(answer?.response?.body)).toEqual(real)
  })
})

/** Returns the paths with their operations, and the names of definitions. */
function outline(record: StepRecord | undefined) {
  const document = record?.response?.body as Document
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, tags }]) => `${method} ${path} ${operationId} ${tags}`),
  )
  return {
    keys: Object.keys(document),
    info: document.info,
    basePath: document.basePath,
    tags: document.tags.map(({ name }) => name),
    operations: operations.sort(),
  }
}
