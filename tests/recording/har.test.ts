import { describe, expect, test } from 'vitest'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { Exchange, type ExchangeData } from '../../src/recording/exchange.ts'
import { fromHar, RecordingError, toHar } from '../../src/recording/har.ts'
import type { ScenarioOutcome } from '../../src/recording/recording.ts'
import { exchange, recording } from '../support/literal.ts'
import { record } from '../support/run.ts'
import { validatorOf } from '../support/schema.ts'

describe('a recording as HAR 1.2', () => {
  test('is read back unchanged, including binary bodies', () => {
    const original = recording([exchange('x', 200, '{"a":1}'), exchange('bytes', 500, '')])
    const [text, none] = original.exchanges.map(({ data }) => data) as [ExchangeData, ExchangeData]
    const bytes = { ...none, response: { ...none.response, body: Buffer.from([0, 0xff, 0xfe]) } }
    const kept = { ...original, exchanges: [new Exchange(text), new Exchange(bytes)] }
    const back = fromHar(JSON.parse(JSON.stringify(toHar(kept))))
    expect(back.meta).toEqual(JSON.parse(JSON.stringify(original.meta)))
    expect(back.exchanges.map(({ data }) => data.response.body)).toEqual(
      kept.exchanges.map(({ data }) => data.response.body),
    )
    expect(back.exchanges[0]?.data).toEqual(text)
  })

  test('has the fields that HAR viewers need', () => {
    const { log } = toHar(recording([exchange('x', 200, '{"a":1}')]))
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'magento-customer-contract' } })
    expect(log.entries[0]).toMatchObject({
      time: 1,
      request: {
        method: 'POST',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        queryString: [],
        headersSize: -1,
        postData: { mimeType: 'application/json' },
      },
      response: {
        status: 200,
        content: { mimeType: 'application/json; charset=utf-8', text: '{"a":1}', size: 7 },
        redirectURL: '',
      },
      cache: {},
      timings: { send: 0, wait: 1, receive: 0 },
    })
  })

  test('is valid under its schema, whatever halted a scenario and whatever the bytes are', () => {
    const problems = validatorOf('recording')
    const halts: (ScenarioOutcome['halt'] | undefined)[] = [
      undefined,
      { kind: 'blocked', by: 'x', why: 'y' },
      { kind: 'untestable', power: 'admin', why: 'y', setting: 'z' },
      { kind: 'error', why: 'y' },
    ]
    for (const halt of halts)
      expect(problems(JSON.parse(JSON.stringify(toHar(recording([exchange('x', 200, '1')], halt)))))).toEqual([])
    expect(problems({ log: { version: '1.2', entries: [] } })).not.toEqual([])
  })

  test('is judged like the live run', async () => {
    const live = await record()
    const offline = fromHar(JSON.parse(JSON.stringify(toHar(live))))
    expect(judge(offline, requirements)).toEqual(judge(live, requirements))
    expect(live.exchanges.length).toBeGreaterThan(10)
  })

  test.each([null, {}, { log: { entries: [] } }, []])('%j is not a recording', (document) => {
    expect(() => fromHar(document)).toThrow(RecordingError)
  })
})
