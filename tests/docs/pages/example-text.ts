import type { Requirement } from '../../../src/judge/requirement.ts'
import { scenarios } from '../../../src/perform/scenario.ts'
import type { MailObservation } from '../../../src/recording/mail.ts'
import { visible } from '../../../src/report/text.ts'
import type { Examples } from './examples.ts'
import { answerText, requestLine, requestText, tokenText } from './http-text.ts'
import { asSentence, block, inCode, markdown } from './markdown.ts'
import type { Judged, Setup } from './runs.ts'
import type { WatchedExchange } from './watched.ts'

/** Of what a requirement reads besides the exchange that decides, so many more are shown, where they are short. */
const mostShown = 3
const shortLines = 26

/** What is shown: the exchange that decides, and where. */
interface Decisive {
  readonly scenario: string
  readonly name: string
}

/** The question and the answer in which the requirement holds. */
export function conformingExample(requirement: Requirement, examples: Examples): string[] {
  const { conforming, remedy } = examples
  const decisive = decisiveOf(requirement, examples)
  const scenario = scenarios.find(({ name }) => name === decisive.scenario)
  const read = readBy(requirement, conforming, decisive)
  const shown = shownOf(requirement, read, decisive)
  const others = read.filter((exchange) => !shown.includes(exchange))
  const mails = observationsOf(conforming, decisive)
  return [
    `${asSentence(scenario?.asks ?? '')} As ${setupText(conforming.setup)}${remedy ? `, changed so that ${markdown(remedy.does)}` : ''}:`,
    ...shown.flatMap((exchange) => [
      `${inCode(exchange.name)}`,
      block('http', requestText(exchange.data.request)),
      block('http', answerText(exchange, isAboutHeaders(requirement))),
      ...claims(exchange),
    ]),
    ...mails.flatMap((observation) => [inCode(observation.name), block('text', mailText(observation))]),
    ...(others.length ? [`It also looks at ${others.map(inOneLine).join('; ')}.`] : []),
  ]
}

/** The answer by which the requirement was found not to hold, and what was expected of it. */
export function brokenExample(requirement: Requirement, examples: Examples): string[] {
  const { broken, conforming, fault } = examples
  const { expected, actual, why } = broken.result
  const decisive = decisiveOf(requirement, examples)
  const exchange = find(broken, decisive)
  const mails = observationsOf(broken, decisive)
  const as = setupText(broken.setup) === setupText(conforming.setup) || !fault ? '' : ` as ${setupText(broken.setup)},`
  return [
    fault ? `Here,${as} ${markdown(fault.does)}:` : `As ${setupText(broken.setup)}, unchanged:`,
    ...(exchange
      ? [inCode(exchange.name), block('http', answerText(exchange, isAboutHeaders(requirement))), ...claims(exchange)]
      : mails.flatMap((observation) => [inCode(observation.name), block('text', mailText(observation))])),
    block('text', visible(why ?? `expected  ${expected}\ngot       ${actual}`)),
  ]
}

/** The exchange that decided against the broken shop; else, as for mails, the last thing that was read. */
function decisiveOf({ scenario }: Requirement, { broken, conforming }: Examples): Decisive {
  const { exchange, read } = broken.result
  const mail = read.findLast((name) => conforming.mails.some((observation) => observation.name === name))
  const last = mail ?? read.at(-1) ?? conforming.result.read.at(-1)
  return exchange ?? { scenario: scenario as string, name: last as string }
}

/** What a requirement read, in the order in which it was asked; of a whole run what decides. */
function readBy(requirement: Requirement, judged: Judged, decisive: Decisive): WatchedExchange[] {
  const names = requirement.scenario ? judged.result.read : [decisive.name]
  return judged.exchanges.filter(({ name, data }) => data.scenario === decisive.scenario && names.includes(name))
}

function shownOf(requirement: Requirement, read: readonly WatchedExchange[], decisive: Decisive): WatchedExchange[] {
  const lines = (exchange: WatchedExchange) =>
    `${requestText(exchange.data.request)}\n${answerText(exchange, isAboutHeaders(requirement))}`.split('\n').length
  const decides = ({ name }: WatchedExchange) => name === decisive.name
  const short = read.filter((exchange) => !decides(exchange) && lines(exchange) <= shortLines).slice(0, mostShown - 1)
  return read.filter((exchange) => decides(exchange) || short.includes(exchange))
}

/** Only those that were read: a scenario may look into the mailbox more than once. */
function observationsOf({ mails, result }: Judged, { scenario }: Decisive): MailObservation[] {
  return mails.filter((observation) => observation.scenario === scenario && result.read.includes(observation.name))
}

const find = ({ exchanges }: Judged, { scenario, name }: Decisive) =>
  exchanges.find((exchange) => exchange.name === name && exchange.data.scenario === scenario)

function inOneLine(exchange: WatchedExchange): string {
  const { keys } = exchange.looked
  const of = keys ? `, of which it reads ${[...keys].map(inCode).join(', ')}` : ''
  return `${inCode(exchange.name)} (${inCode(requestLine(exchange.data.request))}, answered ${exchange.status}${of})`
}

function claims(exchange: WatchedExchange): string[] {
  const text = tokenText(exchange)
  return text ? ['The token says:', block('text', text)] : []
}

function mailText({ to, mails }: MailObservation): string {
  if (mails.length === 0) return `no mail to ${to}`
  return mails
    .map(({ to, subject, links, text }) =>
      visible(
        [
          `To: ${to.join(', ')}`,
          `Subject: ${subject}`,
          ...links.map((link) => `Link: ${link}`),
          ...(text ? [`Text: ${text}`] : []),
        ].join('\n'),
      ),
    )
    .join('\n\n')
}

function setupText({ release, settings }: Setup): string {
  const set = Object.entries(settings ?? {}).map(([path, value]) => `\`${path}\` set to ${inCode(value)}`)
  return [release, ...(set.length ? [`with ${set.join(' and ')}`] : [])].join(' ')
}

/** Where every header may matter, all are shown. */
const isAboutHeaders = ({ chapter }: Requirement) => chapter === 'Headers and bytes'
