import type { Body } from '../../recording/body.ts'
import { readBody } from '../../recording/body.ts'
import type { Exchange } from '../../recording/exchange.ts'
import type { Recording } from '../../recording/recording.ts'
import { withTexts } from '../../shared/json/texts.ts'
import { visible } from '../../shared/text.ts'
import { curl } from '../curl/curl.ts'
import { jsonBlock, type Markup } from './markup.ts'

/** Maximum bytes shown of a body. */
export const largestShown = 32 * 1024

/** Yields each exchange and mail as a JSON block, which the page's script reads on demand. */
export function* blocks(recording: Recording): Generator<Markup> {
  const { exchanges, mails, meta } = recording
  const start = Date.parse(meta.startedAt)
  for (const [index, exchange] of exchanges.entries())
    yield jsonBlock(`exchange-${index}`, shown(exchange, start, recording))
  for (const [index, mail] of mails.entries()) yield jsonBlock(`mail-${index}`, readable(mail))
}

function shown(exchange: Exchange, start: number, recording: Recording) {
  const { data, body } = exchange
  const { request, response, startedAt, ...rest } = data
  const sent = request.body ?? Buffer.alloc(0)
  return {
    ...readable(rest),
    start: Date.parse(startedAt) - start,
    ...(sent.length <= largestShown ? { curl: visible(curl(exchange, recording)) } : {}),
    request: {
      method: visible(request.method),
      url: visible(request.url),
      headers: readable(request.headers),
      body: shownBody(readBody(sent)),
    },
    response: {
      status: response.status,
      statusText: visible(response.statusText),
      headers: readable(response.headers),
      body: shownBody(body),
    },
  }
}

/** Returns the beginning of a body as text, and notes about the rest. */
function shownBody({ bytes, text, json }: Body) {
  const isCut = bytes.length > largestShown
  const beginning = isCut
    ? bytes
        .subarray(0, largestShown)
        .toString('utf8')
        .replace(/\ufffd+$/, '')
    : bytes.toString('utf8')
  return {
    text: visible(beginning.replaceAll('\r\n', '\n')),
    size: bytes.length,
    ...(isCut ? { cut: true } : {}),
    ...(json ? { json: true } : {}),
    ...(text === undefined ? { binary: true } : {}),
  }
}

/** Makes invisible characters visible in all texts of a value. */
const readable = <T>(value: T): T => withTexts(value, visible)
