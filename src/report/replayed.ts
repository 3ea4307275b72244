import type { Exchange, Header } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import { visible } from '../shared/text.ts'
import type { Colours } from './console-line.ts'

/** Maximum length of a shown body, in characters. */
const longest = 2000

/** Headers that all requests have; not shown. */
const ofEveryRequest = new Set(['accept', 'user-agent', 'content-type'])

/**
 * Renders an exchange for a terminal.
 * @param isWhole true to show bodies and headers completely
 */
export function exchangeLines({ name, data, body }: Exchange, pc: Colours, isWhole: boolean): string[] {
  const { request, response, time } = data
  const path = request.url.replace(/^[a-z]+:\/\/[^/]+/, '')
  const sent = request.body?.toString('utf8') ?? ''
  const headers = request.headers.filter(([header]) => isWhole || !ofEveryRequest.has(header))
  const answered = body.text ?? `${response.body.length} bytes that are not UTF-8`
  return [
    '',
    `${pc.bold(`→ ${request.method} ${visible(path)}`)}  ${pc.dim(`“${visible(name)}”`)}`,
    ...headers.map(headerLine),
    ...bodyLines(sent, isWhole),
    `${pc.bold(`← ${response.status} ${visible(response.statusText)}`)}  ${pc.dim(`${Math.round(time)} ms`)}`,
    ...response.headers.filter(([header]) => isWhole || /^location$/i.test(header)).map(headerLine),
    ...bodyLines(answered, isWhole),
  ]
}

/** Renders the result of a mailbox query. */
export function mailLines({ to, mails, expected, waitedMs }: MailObservation, pc: Colours): string[] {
  const seconds = (waitedMs / 1000).toFixed(1)
  const head = `✉ ${mails.length} of ${expected} ${expected === 1 ? 'mail' : 'mails'} to ${visible(to)}`
  return [
    '',
    `${pc.bold(head)}  ${pc.dim(`after ${seconds} s`)}`,
    ...mails.flatMap(({ subject, links }) => [subject, ...links].map((text) => `  ${visible(text)}`)),
  ]
}

const headerLine = ([name, value]: Header) => `  ${visible(`${name}: ${value}`)}`

function bodyLines(text: string, isWhole: boolean): string[] {
  if (!text) return []
  const isCut = !isWhole && text.length > longest
  const shown = isCut ? `${text.slice(0, longest)}… (${text.length} characters: --verbose shows all)` : text
  return visible(shown.replaceAll('\r\n', '\n'))
    .split('\n')
    .map((line) => `  ${line}`)
}
