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
/** Headers of every request, which are not shown. */
const usual = ['host', 'user-agent', 'accept-encoding', 'content-length', 'connection']

/** Returns a request as sent, with indented JSON. */
export function requestText({ method, url, headers, body }: RecordedRequest): string {
  const shown = headers.filter(([name, value]) => !usual.includes(name) && `${name}: ${value}` !== 'accept: */*')
  return message([`${method} ${pathOf(url)} HTTP/1.1`], shown, body ? bodyLines(body.toString('utf8')) : [])
}

/** Returns the request in one line. */
export function requestLine({ method, url }: RecordedRequest): string {
  return visible(`${method} ${cutLine(pathOf(url))}`)
}

/** Returns a response with only the headers and fields that were read. */
export function answerText(exchange: WatchedExchange, part: Looked): string {
  const { status, statusText, headers } = exchange.data.response
  const shown = headers.filter(([name]) => {
    const key = name.toLowerCase()
    return part.allHeaders ? key !== 'date' : key === 'content-type' || part.headers.has(key)
  })
  return message([`HTTP/1.1 ${status} ${statusText}`.trimEnd()], shown, answerLines(exchange, part))
}

/** Returns the decoded JSON Web Token of a response; undefined if there is none. */
export const tokenText = ({ shown }: WatchedExchange): string | undefined => saying(shown.json?.value)

/** Like `tokenText`, for a forged token in a request, which no response of the scenario returned. */
export function forgedText({ data }: WatchedExchange, all: readonly WatchedExchange[]): string | undefined {
  const [, token = ''] = /^bearer (.+)$/i.exec(firstValue(data.request.headers, 'authorization') ?? '') ?? []
  const isGiven = all.some((other) => other.data.scenario === data.scenario && other.shown.text?.includes(token))
  // An unsigned token has nothing after its last dot.
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
    // An object without any of the read fields is shown completely, because that is the defect.
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

/** Returns JSON indented, other text unchanged. */
function bodyLines(text: string): string[] {
  return text === '' ? [] : visible(indented(text).trimEnd()).split('\n')
}

/** Returns JSON with short lists and objects on one line, other text unchanged. */
function indented(text: string): string {
  if (!readBody(Buffer.from(text)).json) return text
  return stringify(plainOf(parseTree(text) as Node), { maxLength: 100 }).replaceAll(again, '')
}

/** Marks a repeated key of an object, which a JavaScript object cannot contain. */
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

/** Returns a long text with shortened lines and fewer lines. */
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
