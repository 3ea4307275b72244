import stringify from 'json-stringify-pretty-compact'
import { type Node, parseTree } from 'jsonc-parser'
import { readBody } from '../../../src/recording/body.ts'
import { type ExchangeData, firstValue, type Header, type RecordedRequest } from '../../../src/recording/exchange.ts'
import { readToken } from '../../../src/recording/token/json-web-token.ts'
import { isObject } from '../../../src/shared/json/object.ts'
import { visible } from '../../../src/shared/text.ts'
import type { Looked, WatchedExchange } from './watched.ts'

const mostLines = 50
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

/** Of an answer the headers that were looked at, and of its object the fields that were. */
export function answerText(exchange: WatchedExchange, part: Looked): string {
  const { status, statusText, headers } = exchange.data.response
  const shown = headers.filter(([name]) => {
    const key = name.toLowerCase()
    return part.allHeaders ? key !== 'date' : key === 'content-type' || part.headers.has(key)
  })
  return message([`HTTP/1.1 ${status} ${statusText}`.trimEnd()], shown, answerLines(exchange, part))
}

/** What a JSON Web Token in an answer says, which nobody reads in its text; undefined when there is none. */
export const tokenText = ({ shown }: WatchedExchange): string | undefined => saying(shown.json?.value)

/** As `tokenText`, of a token in a request that no answer of its scenario gave: one that somebody made up. */
export function forgedText({ data }: WatchedExchange, all: readonly WatchedExchange[]): string | undefined {
  const [, token = ''] = /^bearer (.+)$/i.exec(firstValue(data.request.headers, 'authorization') ?? '') ?? []
  const isGiven = all.some((other) => other.data.scenario === data.scenario && other.shown.text?.includes(token))
  // One that is not signed has nothing behind its last dot.
  return isGiven ? undefined : saying(token.replace(/\.$/, '.none'))
}

function saying(value: unknown): string | undefined {
  const token = readToken(value)
  return token && [`header  ${JSON.stringify(token.header)}`, `claims  ${JSON.stringify(token.claims)}`].join('\n')
}

function answerLines({ shown, data }: WatchedExchange, { keys }: Looked): string[] {
  const value = shown.json?.value
  if (keys && isObject(value)) {
    const kept = Object.entries(value).filter(([key]) => keys.has(key))
    const left = Object.keys(value).length - kept.length
    // An object that lacks all that was looked for is shown whole: that is what is wrong with it.
    if (kept.length > 0 && left > 2) return withoutTheRest(JSON.stringify(Object.fromEntries(kept)), left)
  }
  return bodyLines(textOf(data))
}

function withoutTheRest(json: string, left: number): string[] {
  const lines = bodyLines(json)
  const inner = lines.length === 1 ? [`  ${lines[0]?.slice(1, -1)}`] : lines.slice(1, -1)
  return ['{', ...inner, `  … ${left} more fields`, '}']
}

function textOf({ response: { body } }: ExchangeData): string {
  const text = body.toString('utf8')
  return text.includes('\ufffd') ? body.toString('latin1') : text
}

/** Indented where it is JSON, otherwise as it is. */
function bodyLines(text: string): string[] {
  return text === '' ? [] : visible(indented(text).trimEnd()).split('\n')
}

/** Short lists and objects on one line; what is no JSON as it is. */
function indented(text: string): string {
  if (!readBody(Buffer.from(text)).json) return text
  return stringify(plainOf(parseTree(text) as Node), { maxLength: 100 }).replaceAll(again, '')
}

/** Marks a key that stands in its object before, which an object of this language cannot hold. */
const again = '\\u0000'

function plainOf({ type, value, children = [] }: Node): unknown {
  if (type === 'array') return children.map(plainOf)
  if (type !== 'object') return value
  const object: Record<string, unknown> = {}
  for (const { children: [name, held] = [] } of children) {
    let key = String(name?.value)
    while (Object.hasOwn(object, key)) key += '\0'
    object[key] = plainOf(held as Node)
  }
  return object
}

/** A text cut where it is long, in its lines and between them. */
export function cut(text: string): string {
  const lines = text.split('\n').map(cutLine)
  if (lines.length <= mostLines) return lines.join('\n')
  return [...lines.slice(0, mostLines), `… ${lines.length - mostLines} more lines`].join('\n')
}

function message(start: string[], headers: readonly Header[], body: string[]): string {
  const lines = headers.map(([name, value]) => visible(`${canonical(name)}: ${value}`))
  return [...start.map(visible), ...lines, ...(body.length ? ['', ...body] : [])].join('\n')
}

function cutLine(line: string): string {
  if (line.length <= longestLine) return line
  return `${line.slice(0, 200)}…${line.slice(-40)} (${line.length} characters)`
}

const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]*/, '')
const canonical = (name: string) => name.replace(/(?<![^-])[a-z]/g, (letter) => letter.toUpperCase())
