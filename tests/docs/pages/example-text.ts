import type { Requirement } from '../../../src/judge/requirement.ts'
import { scenarios } from '../../../src/perform/scenario.ts'
import { visible } from '../../../src/shared/text.ts'
import { difference } from './difference.ts'
import type { Examples } from './examples.ts'
import { answerText, cut, forgedText, requestLine, requestText, tokenText } from './http-text.ts'
import { mailsBlocks } from './mail-text.ts'
import { block, inCode, markdown } from './markdown.ts'
import type { Setup } from './runs.ts'
import { choose, find, type Shown } from './shown.ts'
import { scenarioLink } from './sources.ts'
import { laterThan } from './time-passed.ts'
import type { WatchedExchange } from './watched.ts'

/** Returns the request and the response with which the requirement holds. */
export function conformingExample(requirement: Requirement, examples: Examples): string[] {
  const { conforming, remedy } = examples
  const shown = choose(requirement, examples)
  const scenario = scenarios.find(({ name }) => name === shown.scenario)
  const others = shown.others.map(inOneLine)
  return [
    `${scenarioLink(shown.scenario)}: ${markdown(scenario?.asks ?? '')}. As ${setupText(conforming.setup)}${remedy ? `, changed so that ${markdown(remedy.does)}` : ''}:`,
    ...shown.exchanges.flatMap((exchange) => [
      `**${markdown(exchange.name)}**${laterThan(conforming.exchanges, exchange)}`,
      block('http', cut(requestText(exchange.data.request))),
      ...claims('The token, which the shop did not issue, says:', forgedText(exchange, conforming.exchanges)),
      block('http', cut(answerText(exchange, shown.part(exchange)))),
      ...claims('The token says:', tokenText(exchange)),
    ]),
    ...mailsBlocks(conforming, shown),
    ...(others.length > 1 ? ['It also looks at:', others.map((line) => `- ${line}`).join('\n')] : []),
    ...(others.length === 1 ? [`It also looks at ${others[0]}.`] : []),
  ]
}

/** Returns the response with which the requirement fails, and what was expected. */
export function brokenExample(requirement: Requirement, examples: Examples): string[] {
  const { broken, conforming, fault } = examples
  const { expected, actual, why } = broken.result
  const shown = choose(requirement, examples)
  const exchange = find(broken, shown)
  const other = setupText(broken.setup) !== setupText(conforming.setup) && fault
  return [
    fault
      ? `Here ${other ? `(${setupText(broken.setup)}) ` : ''}${markdown(fault.does)}:`
      : 'Magento itself, unchanged:',
    ...(exchange
      ? [`**${markdown(exchange.name)}**`, ...answerBlocks(exchange, find(conforming, shown), shown)]
      : mailsBlocks(broken, shown)),
    block('text', visible(why ?? `expected  ${expected}\ngot       ${withoutParser(actual, exchange)}`)),
  ]
}

/** Maximum length of the actual value: the response itself is shown above it. */
const longestActual = 160

/** Removes the parser's message about invalid JSON, which differs between versions of Node. */
function withoutParser(actual = '', exchange: WatchedExchange | undefined): string {
  const own = actual.replace(` (${exchange?.shown.problem})`, '')
  return own.length > longestActual ? `${own.slice(0, longestActual)}…` : own
}

function answerBlocks(exchange: WatchedExchange, before: WatchedExchange | undefined, shown: Shown): string[] {
  const part = shown.part(exchange)
  const text = answerText(exchange, part)
  const differs = before && difference(answerText(before, part), text)
  return [
    differs ? block('diff', cut(differs)) : block('http', cut(text)),
    ...claims('The token says:', tokenText(exchange)),
  ]
}

function inOneLine(exchange: WatchedExchange): string {
  const { keys } = exchange.looked
  const of = keys ? `, of which it reads ${[...keys].map(inCode).join(', ')}` : ''
  return `**${markdown(exchange.name)}** (${inCode(requestLine(exchange.data.request))}, answered ${exchange.status}${of})`
}

const claims = (title: string, text: string | undefined) => (text ? [title, block('text', text)] : [])

function setupText({ release, settings }: Setup): string {
  const set = Object.entries(settings ?? {}).map(([path, value]) => `\`${path}\` set to ${inCode(value)}`)
  return [release, ...(set.length ? [`with ${set.join(' and ')}`] : [])].join(' ')
}
