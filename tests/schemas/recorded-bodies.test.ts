import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type SchemaName, schemaErrors } from '../../src/judge/schema.ts'

interface Step {
  readonly scenario: string
  readonly step: string
  readonly request: { readonly method: string; readonly path: string }
  readonly response?: { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown }
}

const fixture = (path: string) => JSON.parse(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8'))

/** Returns the schema of a recorded body, by request and status. */
function schemaOf({ request, response }: Step): SchemaName | undefined {
  if (!response || typeof response.body !== 'object' || response.body === null) return undefined
  if (!response.headers['content-type']?.startsWith('application/json')) return undefined
  if (/\/(schema|async)\b/.test(request.path) || request.path.includes('fields=')) return undefined
  if (response.status >= 400) return 'error'
  const keys = Object.keys(response.body)
  if (keys.includes('email') && keys.includes('store_id')) return 'customer'
  if (keys.includes('total_count')) return 'customer-search'
  if (keys.includes('street')) return 'address'
  return keys.includes('two_letter_abbreviation') ? 'country' : undefined
}

describe.each(['2.3.7-p4', '2.4.1', '2.4.7-p6'])('the responses of %s', (release) => {
  const steps: Step[] = fixture(`recorded/${release}.json`)
  test('is valid under the suite’s schemas', () => {
    const judged = steps.flatMap((step) => {
      const schema = schemaOf(step)
      return schema ? [{ step, schema }] : []
    })
    const wrong = judged.flatMap(({ step, schema }) =>
      schemaErrors(schema, step.response?.body).map((error) => `${step.scenario}#${step.step} as ${schema}: ${error}`),
    )
    expect(wrong).toEqual([])
    expect(new Set(judged.map(({ schema }) => schema))).toEqual(
      new Set(['customer', 'error', 'customer-search', 'address', 'country']),
    )
    expect(judged.length).toBeGreaterThan(350)
  })
})

test('the documented answer is valid under the customer schema', () => {
  expect(schemaErrors('customer', fixture('documented/create-customer.answer.json'))).toEqual([])
})
