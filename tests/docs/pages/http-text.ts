import { applyEdits, format } from 'jsonc-parser'
import type { ExchangeData, Header, RecordedRequest } from '../../../src/recording/exchange.ts'
import { visible } from '../../../src/report/text.ts'
import { readToken } from '../../../src/token/json-web-token.ts'
import type { WatchedExchange } from './watched.ts'

const mostLines = 40
const longestLine = 300
/** What every request of the suite has, and says nothing. */
const usual = ['host', 'user-agent', 'accept-encoding', 'content-length', 'connection']

/** A request as it is sent, its JSON indented. */
export function requestText({ method, url, headers, body }: RecordedRequest): string {
  const shown = headers.filter(([name, value]) => !usual.includes(name) && `${name}: ${value}` !== 'accept: */*')
  return message([`${method} ${pathOf(url)} HTTP/1.1`], shown, body ? bodyLines(body.toString('utf8')) : [])
}

/** The request in one line. */
export function requestLine({ method, url }: RecordedRequest): string {
  return visible(`${method} ${cutLine(pathOf(url))}`)
}

/**
 * An answer, with the headers that were looked at, and of an object only the fields that were.
 * @param allHeaders whether it is about the headers
 */
export function answerText(exchange: WatchedExchange, allHeaders = false): string {
  const { status, statusText, headers } = exchange.data.response
  const { looked } = exchange
  const shown = headers.filter(([name]) => {
    const key = name.toLowerCase()
    return allHeaders ? key !== 'date' : key === 'content-type' || looked.headers.has(key)
  })
  return message([`HTTP/1.1 ${status} ${statusText}`.trimEnd()], shown, answerLines(exchange))
}

/** What a JSON Web Token in an answer says, which nobody reads in its text; undefined when there is none. */
export function tokenText({ shown }: WatchedExchange): string | undefined {
  const token = readToken(shown.json?.value)
  if (!token) return undefined
  return [`header  ${JSON.stringify(token.header)}`, `claims  ${JSON.stringify(token.claims)}`].join('\n')
}

function answerLines({ shown, looked, data }: WatchedExchange): string[] {
  const value = shown.json?.value
  if (looked.keys && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const kept = Object.entries(value).filter(([key]) => looked.keys?.has(key))
    const left = Object.keys(value).length - kept.length
    // An object that lacks all that was looked for is shown whole: that is what is wrong with it.
    if (kept.length > 0 && left > 2) return withoutTheRest(JSON.stringify(Object.fromEntries(kept)), left)
  }
  return bodyLines(textOf(data))
}

function withoutTheRest(json: string, left: number): string[] {
  const lines = bodyLines(json)
  return [...lines.slice(0, -1), `  … ${left} more fields`, lines.at(-1) as string]
}

function textOf({ response: { body } }: ExchangeData): string {
  const text = body.toString('utf8')
  return text.includes('\ufffd') ? body.toString('latin1') : text
}

/** Indented where it is JSON, otherwise as it is; cut where it is long. */
function bodyLines(text: string): string[] {
  const lines = visible(indented(text)).split('\n').map(cutLine)
  if (lines.length <= mostLines) return text === '' ? [] : lines
  return [...lines.slice(0, mostLines), `… ${lines.length - mostLines} more lines`]
}

/** Keeps what a parser would lose: two keys of one name, and how text is escaped. */
function indented(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text
  return applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }))
}

function message(start: string[], headers: readonly Header[], body: string[]): string {
  const lines = headers.map(([name, value]) => cutLine(visible(`${canonical(name)}: ${value}`)))
  return [...start.map(visible), ...lines, ...(body.length ? ['', ...body] : [])].join('\n')
}

function cutLine(line: string): string {
  if (line.length <= longestLine) return line
  return `${line.slice(0, 200)}…${line.slice(-40)} (${line.length} characters)`
}

const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]*/, '')
const canonical = (name: string) => name.replace(/(?<![^-])[a-z]/g, (letter) => letter.toUpperCase())
