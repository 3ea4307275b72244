import { describe, expect, test } from 'vitest'
import { knownReleases } from '../../release/index.ts'
import { judgeBy } from './answers.ts'
import type { Document } from './contract/document.ts'
import { documentLines } from './contract/lines.ts'
import { documentFor } from './documents.ts'
import { recorded, run } from './sources.ts'

/** Requests that Magento accepts although the document does not allow them, by scenario and name, with the reason. */
const oddButTaken: Record<string, string> = {
  'binding-objects odd but acceptable': 'numbers and texts in each other’s place',
  'binding-objects twenty-one addresses': 'texts in the place of addresses',
  'binding in the query only': 'a parameter of the body in the query',
  'binding snake_case': '`customer_email` in the place of `customerEmail`',
  'customer-token in the query': 'name and password in the query',
}

/** The first and the last release of each line; those in between hardly differ. */
function endsOfLines(releases: readonly string[]): string[] {
  const line = (release?: string) => release?.replace(/-p\d+$/, '')
  return releases.filter(
    (release, index) => line(release) !== line(releases[index - 1]) || line(release) !== line(releases[index + 1]),
  )
}

describe.each(documentLines)('$file', ({ releases }) => {
  test.each(endsOfLines(releases))('matches every response of the reference as %s', async (release) => {
    const { wrong, unknown, odd, looked } = judgeBy(documentFor(release), await run(release))
    expect(wrong).toEqual([])
    expect(unknown).toEqual([])
    expect([...odd].filter(([name]) => !oddButTaken[name])).toEqual([])
    expect(looked).toBeGreaterThan(550)
  })
})

test.each(['2.3.7-p4', '2.4.1', '2.4.7-p6'])('every response of the real %s matches its document', (release) => {
  const { wrong, unknown, looked } = judgeBy(documentFor(release), recorded(release))
  expect(wrong).toEqual([])
  // The document excludes these.
  expect(unknown.filter((asked) => !asked.includes('/async/'))).toEqual([])
  expect(looked).toBeGreaterThan(400)
})

test('unusual but accepted requests are still accepted', async () => {
  const { odd } = judgeBy(documentFor('2.4.8-p1'), await run('2.4.8-p1'))
  expect([...odd.keys()].sort()).toEqual(Object.keys(oddButTaken).sort())
})

describe('an error of a document is found:', () => {
  const exchanges = run('2.4.8-p1')
  const after = async (change: (document: Document) => void) => {
    const document = documentFor('2.4.8-p1')
    change(document)
    return judgeBy(document, await exchanges)
  }
  const customer = ({ components }: Document) =>
    components?.schemas?.Customer as { properties: Record<string, unknown> }
  const responses = ({ paths }: Document, path: string, method: 'get' | 'post') =>
    paths?.[path]?.[method]?.responses as Record<string, unknown>

  test('another type of a field', async () => {
    const { wrong } = await after((document) => {
      customer(document).properties.default_billing = { type: 'integer' }
    })
    expect(wrong.length).toBeGreaterThan(5)
  })

  test('Adobe’s form of an error’s parameters', async () => {
    const { wrong } = await after(({ components }) => {
      Object.assign(components?.schemas ?? {}, { ErrorParameters: { type: 'array', items: { type: 'object' } } })
    })
    expect(wrong.length).toBeGreaterThan(50)
  })

  test('a status that is missing', async () => {
    const { wrong } = await after((document) => {
      delete responses(document, '/V1/integration/customer/token', 'post')[401]
    })
    expect(wrong.length).toBeGreaterThan(5)
  })

  test('an operation that is missing', async () => {
    const { unknown } = await after(({ paths = {} }) => {
      delete paths['/V1/directory/currency']
    })
    expect(unknown.length).toBeGreaterThan(0)
  })

  test('a header that is missing', async () => {
    const { wrong } = await after(({ components }) => {
      const header = components?.headers?.CacheControl as { schema: object }
      header.schema = { type: 'string', pattern: '^private$' }
    })
    expect(wrong.length).toBeGreaterThan(500)
  })

  test('a request with more required fields than Magento has', async () => {
    const { odd } = await after(({ components }) => {
      Object.assign(components?.schemas?.CustomerInput ?? {}, { required: ['taxvat'] })
    })
    expect(odd.size).toBeGreaterThan(20)
  })
})

test('every known release has a document', () => {
  expect(documentLines.flatMap(({ releases }) => releases)).toEqual(knownReleases)
})
