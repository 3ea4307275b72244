import { Exchange } from '../../../src/recording/exchange.ts'
import {
  administratorsDescription,
  descriptionScenario,
  guestsDescription,
} from '../../../src/report/documents/live.ts'
import { recordingOf, scenarios } from '../../reference/scenarios.ts'

/** The recorded steps that request a shop's schema, by the names in the suite's own scenario. */
const descriptions: Readonly<Record<string, string>> = {
  'protocol/schema-customer': guestsDescription,
  'protocol/schema-customer-as-admin': administratorsDescription,
}

/** The recorded responses of a real shop of a release, as exchanges of a run. */
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
      // Text that is not JSON was recorded as a string, and so was a JSON string.
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
