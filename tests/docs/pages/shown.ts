import type { Requirement } from '../../../src/judge/requirement.ts'
import type { MailObservation } from '../../../src/recording/mail.ts'
import type { Examples } from './examples.ts'
import { answerText, requestText } from './http-text.ts'
import type { Judged } from './runs.ts'
import { either, type Looked, type WatchedExchange } from './watched.ts'

/** Maximum number of short exchanges that are shown besides the deciding one. */
const mostBesides = 2
const shortLines = 22

/** The parts of a run that a page shows. */
export interface Shown {
  readonly scenario: string
  /** The deciding exchange or mailbox query. */
  readonly name: string
  /** What is shown completely, in the order of the requests. */
  readonly exchanges: readonly WatchedExchange[]
  /** What else was read. */
  readonly others: readonly WatchedExchange[]
  part(exchange: WatchedExchange): Looked
}

/** Chooses what to show: the exchange that decided against the shop with the fault, and short ones. */
export function choose(requirement: Requirement, examples: Examples): Shown {
  const { broken, conforming } = examples
  const decisive = decisiveOf(requirement, examples)
  const part = ({ name, data }: WatchedExchange): Looked => {
    const place = { name, scenario: data.scenario }
    const [one, other] = [find(conforming, place)?.looked, find(broken, place)?.looked]
    const looked = either(one ?? nothing, other ?? one ?? nothing)
    // If every header may matter, all are shown.
    return requirement.chapter === 'Headers and bytes' ? { ...looked, allHeaders: true } : looked
  }
  const lines = (exchange: WatchedExchange) =>
    `${requestText(exchange.data.request)}\n${answerText(exchange, part(exchange))}`.split('\n').length
  const read = readBy(requirement, conforming, decisive)
  const besides = read.filter(({ name }) => name !== decisive.name)
  const short = besides.filter((exchange) => lines(exchange) <= shortLines).slice(0, mostBesides)
  const exchanges = read.filter((exchange) => exchange.name === decisive.name || short.includes(exchange))
  return { ...decisive, exchanges, others: besides.filter((exchange) => !short.includes(exchange)), part }
}

const nothing: Looked = { headers: new Set(), allHeaders: false, keys: undefined }

interface Place {
  readonly scenario: string
  readonly name: string
}

/** Returns the exchange of the same name in another run; undefined if it was not made. */
export const find = ({ exchanges }: Judged, { scenario, name }: Place): WatchedExchange | undefined =>
  exchanges.find((exchange) => exchange.name === name && exchange.data.scenario === scenario)

/** Returns the exchange that decided against the shop with the fault; otherwise, as for mails, what was read last. */
function decisiveOf({ scenario }: Requirement, { broken, conforming }: Examples): Place {
  const { exchange, read } = broken.result
  const look = !exchange && !scenario && otherLook(broken, conforming)
  if (look) return look
  const mail = read.findLast((name) => conforming.mails.some((observation) => observation.name === name))
  const last = mail ?? read.at(-1) ?? conforming.result.read.at(-1)
  return exchange ?? { scenario: scenario as string, name: last as string }
}

/** For a requirement about all mails: the first mails that differ in the shop with the fault. */
function otherLook(broken: Judged, { mails: healthy }: Judged): Place | undefined {
  const bodies = ({ mails }: MailObservation) => JSON.stringify(mails.map(({ receivedAt: _, ...mail }) => mail))
  return broken.mails.find((look) =>
    healthy.some((one) => one.scenario === look.scenario && one.name === look.name && bodies(one) !== bodies(look)),
  )
}

/** Returns what a requirement read, in the order of the requests; for a whole run, what decided. */
function readBy(requirement: Requirement, judged: Judged, decisive: Place): WatchedExchange[] {
  const names = requirement.scenario ? judged.result.read : [decisive.name]
  return judged.exchanges.filter(({ name, data }) => data.scenario === decisive.scenario && names.includes(name))
}
