import { Exchange } from '../../../src/recording/exchange.ts'
import { classOf } from '../../../src/report/diff/classes.ts'
import { compareRecordings } from '../../../src/report/diff/compare-recordings.ts'
import { exchange, recording } from '../../support/literal.ts'

export const json: [string, string] = ['Content-Type', 'application/json; charset=utf-8']
export const dated: [string, string] = ['Date', 'Mon, 23 Nov 2026 12:00:00 GMT']
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
export const token = (claims: object) => `${encoded({ kid: '1', alg: 'HS256' })}.${encoded(claims)}.signature`
export const iat = Date.parse('2026-11-23T12:00:00Z') / 1000

export type Answer = readonly [status: number, body: unknown, headers?: [string, string][]]

/** Returns the differences between responses to the same requests, in order, as `class kind place`. */
export function changes(before: readonly Answer[], after: readonly Answer[], path = 'customers'): string[] {
  const exchanges = (answers: readonly Answer[]) =>
    answers.map(([status, body, headers = [json, dated]], index) => {
      const one = exchange(
        `${index}`,
        status,
        String(body).startsWith('<') ? String(body) : JSON.stringify(body),
        headers,
      )
      return new Exchange({ ...one.data, request: { ...one.data.request, url: `http://shop.test/rest/V1/${path}` } })
    })
  const { differences } = compareRecordings(recording(exchanges(before)), recording(exchanges(after)))
  return differences.map(({ kind, place }) => `${classOf(kind)}: ${kind} ${place}`)
}
