import type { Exchange, Header } from '../../recording/exchange.ts'
import type { Recording } from '../../recording/recording.ts'
import { calledAs } from '../../shared/command.ts'
import { authorization } from './authorization.ts'
import { notes } from './notes.ts'
import { ownValuesOf } from './own-values.ts'
import { quote, word } from './template.ts'
import { setUp, usage } from './variables.ts'
import { withVariables } from './with-variables.ts'

/**
 * Returns the request of an exchange for a POSIX shell: one line, or several in brackets if it needs values from the
 * environment, which are checked. A recording contains placeholders for secrets; if their meaning is known, the script
 * uses or creates the reader's own values.
 * @param id of the requirement that `replay` repeats, if there is one
 */
export function curl(exchange: Exchange, recording: Recording, id?: string): string {
  const { method, url, headers, body } = exchange.data.request
  const own = ownValuesOf(recording)
  const { use, used } = usage()
  const template = (text: string) => withVariables(text, exchange, own, use)
  const header = ([name, value]: Header) => {
    if (value === '') return `-H ${quote(`${name};`)}`
    return `-H ${word([`${name}: `, ...(name === 'authorization' ? authorization(value, own, use) : template(value))])}`
  }
  // Headers first: the logged-in customer becomes the first one, whoever else the request is about.
  const sent = headers.filter(([name]) => name !== 'user-agent').map(header)
  const text = body?.toString('utf8') ?? ''
  const isText = !text.includes('\0') && (body === undefined || Buffer.from(text).equals(body))
  const how = method === 'HEAD' ? ' -I' : method === 'GET' && !body?.length ? '' : ` -X ${method}`
  const asking = [
    `curl -i${how} ${word(template(url))}`,
    ...(/[[\]{}]/.test(url) ? ['-g'] : []),
    ...(/\/\.\.?(\/|\?|$)/.test(url) ? ['--path-as-is'] : []),
    ...sent,
    ...unset(headers, body !== undefined),
    ...(isText ? (text ? [`--data-raw ${word(template(text))}`] : []) : ['--data-binary @-']),
  ].join(' ')
  const line = body && !isText ? `printf ${quote(octal(body))} | ${asking}` : asking
  const replays = id ? `: \`${calledAs} replay ${id}\` performs the whole scenario` : ''
  const said = notes(exchange, recording, own).map((note) => `echo ${quote(`${note}${replays}`)} >&2`)
  const before = [...said, ...setUp(used, exchange, recording)]
  return before.length ? ['(', ...before, line, ')'].join('\n') : line
}

/** Removes headers that curl would add. */
const unset = (headers: readonly Header[], hasBody: boolean): string[] =>
  ['accept', ...(hasBody ? ['content-type'] : [])]
    .filter((name) => !headers.some(([other]) => other === name))
    .map((name) => `-H '${name}:'`)

const octal = (body: Buffer) => [...body].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
