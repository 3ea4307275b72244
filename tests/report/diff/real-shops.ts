import { Exchange, type Header } from '../../../src/recording/exchange.ts'
import type { MailObservation } from '../../../src/recording/mail.ts'
import type { Recording } from '../../../src/recording/recording.ts'
import type { StepRecord } from '../../reference/scenarios.ts'

const recordedAt = '2026-11-23T14:30:00.000Z'

/** Converts recorded steps of scenarios.json to a recording of the suite: a step is an exchange or a mailbox query. */
export function asRecording(release: string, records: readonly StepRecord[]): Recording {
  const shop = `http://${hostOf(records)}`
  return {
    meta: {
      suiteVersion: 'scenarios.json',
      target: shop,
      embedded: false,
      store: 'default',
      magentoVersion: undefined,
      release: { name: release, source: 'stated' },
      powers: ['admin', 'mailbox'],
      probes: {},
      startedAt: recordedAt,
      requests: records.length,
      performedMs: 0,
    },
    exchanges: records.flatMap((record) => (record.response ? [exchangeOf(record, shop)] : [])),
    mails: records.flatMap((record) => (record.mail ? [mailOf(record, shop)] : [])),
    outcomes: [...new Set(records.map(({ scenario }) => scenario))].map((scenario) => ({ scenario })),
  }
}

/** The host of the shop, as in its schema. */
function hostOf(records: readonly StepRecord[]): string {
  const hosts = records.map(({ response }) => (response?.body as { host?: string } | null)?.host)
  return hosts.find(Boolean) ?? '127.0.0.1'
}

function exchangeOf({ scenario, step, request, response }: StepRecord, shop: string): Exchange {
  const { status, headers, body } = response as NonNullable<typeof response>
  const isJson = String(headers['content-type']).startsWith('application/json')
  const text = typeof body === 'string' && !isJson ? body : body === '' ? '' : JSON.stringify(body)
  return new Exchange({
    scenario,
    name: step,
    startedAt: recordedAt,
    time: 0,
    request: { method: request?.method ?? 'GET', url: `${shop}${request?.path ?? '/'}`, headers: [] },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one): Header => [name, one])),
      body: Buffer.from(text),
    },
  })
}

function mailOf({ scenario, step, mail }: StepRecord, shop: string): MailObservation {
  const { subject, link } = mail as NonNullable<typeof mail>
  const found = { to: [], subject, receivedAt: recordedAt, links: [link.replace('{{base}}', shop)] }
  return { scenario, name: step, to: '', expected: 1, waitedMs: 0, mails: [found] }
}
