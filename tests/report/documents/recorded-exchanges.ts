import { Exchange } from '../../../src/recording/exchange.ts'
import {
  administratorsDescription,
  descriptionScenario,
  guestsDescription,
} from '../../../src/report/documents/live.ts'
import { recordingOf, scenarios } from '../../reference/scenarios.ts'

/** The recorded steps that ask a shop to describe itself, by the names that the suite's own scenario has for them. */
const descriptions: Readonly<Record<string, string>> = {
  'protocol/schema-customer': guestsDescription,
  'protocol/schema-customer-as-admin': administratorsDescription,
}

/** What a real shop of a release answered, as exchanges of a run. */
export function recordedExchanges(release: string): Exchange[] {
  const recording = recordingOf(release)
  return scenarios.flatMap(({ id, steps }) =>
    steps.flatMap((step) => {
      const record = recording.get(`${id}|${step.id}`) as
        | { request?: { method: string; path: string }; response?: { status: number; headers: object; body: unknown } }
        | undefined
      if (!record?.request || !record.response) return []
      const { request, response } = record
      const described = descriptions[id]
      const { body } = response
      // A text that was no JSON was written down as a string; so was a JSON string.
      const isText = typeof body === 'string' && !/json/.test(String(Object(response.headers)['content-type']))
      return [
        new Exchange({
          scenario: described ? descriptionScenario : id,
          name: described ?? String(step.id),
          startedAt: '2026-11-23T14:30:00.000Z',
          time: 1,
          request: {
            method: request.method,
            url: `http://shop.test${request.path}`,
            headers: Object.entries(step.headers ?? {}),
          },
          response: {
            status: response.status,
            statusText: '',
            httpVersion: 'HTTP/1.1',
            headers: [],
            body: Buffer.from(isText ? body : JSON.stringify(body)),
          },
        }),
      ]
    }),
  )
}
