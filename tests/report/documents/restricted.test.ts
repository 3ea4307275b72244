import { expect, test } from 'vitest'
import type { Change } from '../../../reference/index.ts'
import { judge } from '../../../src/judge/judge.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { record } from '../../support/run.ts'

/** Changes the content of a shop's schema. */
const describing =
  (change: (document: { paths: Record<string, unknown>; definitions: Record<string, object> }) => void): Change =>
  (shop) =>
    shop.onAnswer((call, answer) => {
      if (!call.path.endsWith('/schema')) return undefined
      const value = structuredClone(answer.value) as Parameters<typeof change>[0]
      change(value)
      return { ...answer, value }
    })

const verdictsOf = async (...changes: Change[]) => {
  const recording = await record({ changes })
  return judge(recording, requirements).filter(({ id }) => /^(SCHEMA|VERSION)-/.test(id))
}
const red = (results: Awaited<ReturnType<typeof verdictsOf>>) =>
  results.flatMap(({ id, verdict, actual }) =>
    ['fail', 'warn', 'error', 'blocked'].includes(verdict) && !['SCHEMA-12', 'SCHEMA-13'].includes(id)
      ? [`${id} ${verdict}: ${actual}`]
      : [],
  )

test('a restricted administrator gets fewer operations, which is not a failure', async () => {
  const results = await verdictsOf(
    describing(({ paths }) => {
      for (const path of Object.keys(paths)) if (/\/me|search|\{customerId\}$/.test(path)) delete paths[path]
    }),
  )
  expect(red(results)).toEqual([])
  expect(results.find(({ id }) => id === 'SCHEMA-03')).toMatchObject({
    verdict: 'untestable',
    setting: expect.stringContaining('all resources'),
  })
})

test('a module’s extension attributes are not a failure', async () => {
  const more = describing(({ definitions }) => {
    for (const [name, schema] of Object.entries(definitions))
      if (name.endsWith('-extension-interface'))
        definitions[name] = {
          ...schema,
          properties: { ...Object((schema as { properties?: object }).properties), loyalty: { type: 'string' } },
        }
  })
  expect(red(await verdictsOf(more))).toEqual([])
})

test('a schema that is refused to guests and the run is not a failure', async () => {
  const hidden: Change = (shop) =>
    shop.onAnswer((call, answer) =>
      call.path.endsWith('/schema') ? { ...answer, status: 404, value: { message: 'no' } } : undefined,
    )
  expect(red(await verdictsOf(hidden))).toEqual([])
})
