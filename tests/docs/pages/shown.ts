import type { Requirement } from '../../../src/judge/requirement.ts'
import type { MailObservation } from '../../../src/recording/mail.ts'
import type { Examples } from './examples.ts'
import { answerText, requestText } from './http-text.ts'
import type { Judged } from './runs.ts'
import { either, type Looked, type WatchedExchange } from './watched.ts'

/** Of what a requirement reads besides the exchange that decides, so many are shown, where they are short. */
const mostBesides = 2
const shortLines = 22

/** What of a run a page shows. */
export interface Shown {
  readonly scenario: string
  /** The exchange that decides, or the look into the mailbox. */
  readonly name: string
  /** What is shown in full, in the order in which it was asked. */
  readonly exchanges: readonly WatchedExchange[]
  /** What is read too. */
  readonly others: readonly WatchedExchange[]
  part(exchange: WatchedExchange): Looked
}

/** Chooses what shows what a requirement is about: the exchange that decided against the broken shop, and the short ones. */
export function choose(requirement: Requirement, examples: Examples): Shown {
  const { broken, conforming } = examples
  const decisive = decisiveOf(requirement, examples)
  const part = ({ name, data }: WatchedExchange): Looked => {
    const place = { name, scenario: data.scenario }
    const [one, other] = [find(conforming, place)?.looked, find(broken, place)?.looked]
    const looked = either(one ?? nothing, other ?? one ?? nothing)
    // Where every header may matter, all are shown.
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

/** The exchange of a run at the same place; undefined when there it was not made. */
export const find = ({ exchanges }: Judged, { scenario, name }: Place): WatchedExchange | undefined =>
  exchanges.find((exchange) => exchange.name === name && exchange.data.scenario === scenario)

/** The exchange that decided against the broken shop; else, as with mails, the last thing that was read. */
function decisiveOf({ scenario }: Requirement, { broken, conforming }: Examples): Place {
  const { exchange, read } = broken.result
  const look = !exchange && !scenario && otherLook(broken, conforming)
  if (look) return look
  const mail = read.findLast((name) => conforming.mails.some((observation) => observation.name === name))
  const last = mail ?? read.at(-1) ?? conforming.result.read.at(-1)
  return exchange ?? { scenario: scenario as string, name: last as string }
}

/** For a requirement of all mails: where they are other ones in the broken shop. */
function otherLook(broken: Judged, { mails: healthy }: Judged): Place | undefined {
  const bodies = ({ mails }: MailObservation) => JSON.stringify(mails.map(({ receivedAt: _, ...mail }) => mail))
  return broken.mails.find((look) =>
    healthy.some((one) => one.scenario === look.scenario && one.name === look.name && bodies(one) !== bodies(look)),
  )
}

/** What a requirement read, in the order in which it was asked; of a whole run what decides. */
function readBy(requirement: Requirement, judged: Judged, decisive: Place): WatchedExchange[] {
  const names = requirement.scenario ? judged.result.read : [decisive.name]
  return judged.exchanges.filter(({ name, data }) => data.scenario === decisive.scenario && names.includes(name))
}
