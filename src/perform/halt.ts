import { Exchange } from '../recording/exchange.ts'
import { challengeTexts, frontOf, refusalTexts } from '../recording/front.ts'
import type { Halt } from '../recording/recording.ts'
import { asClause } from '../shared/text.ts'

/** A scenario cannot go on. What it would have recorded is blocked, untestable or inapplicable, never a pass. */
export class Halted extends Error {
  override name = 'Halted'
  readonly halt: Halt

  constructor(halt: Halt) {
    super(halt.why)
    this.halt = halt
  }
}

/** In the place of the answer to what was not asked: it gives nothing, and says why. */
export class NotAsked extends Exchange {
  readonly halt: Halt

  constructor(scenario: string, name: string, halt: Halt) {
    const nothing = { headers: [], body: Buffer.alloc(0) }
    super({
      scenario,
      name,
      startedAt: '',
      time: 0,
      request: { ...nothing, method: 'GET', url: 'http://not-asked.invalid/' },
      response: { ...nothing, status: 0, statusText: '', httpVersion: '' },
    })
    this.halt = halt
  }
}

/** The token of a login's answer. @throws Halted when the answer holds none */
export function tokenFrom(login: Exchange): string {
  return textFrom(login, '', 'a token')
}

/** The id of a customer's answer. @throws Halted when the answer holds none */
export function idFrom(customer: Exchange): number {
  const { value } = customer.at('/id')
  if (customer.status === 200 && /^\d+$/.test(String(value)) && !Array.isArray(value)) return Number(value)
  throw blocked(customer, 'a customer with an id')
}

/** A text at a place of an answer with status 200. @throws Halted when there is none */
export function textFrom(exchange: Exchange, pointer: string, what: string): string {
  const { value } = exchange.at(pointer)
  if (exchange.status === 200 && typeof value === 'string' && value !== '') return value
  throw blocked(exchange, what)
}

/** A finding of the run makes what rests on it untestable. @param next what to set or to change, in a sentence */
export const untestableBy = (power: string, sentence: string, next: string): Halt => ({
  kind: 'untestable',
  power,
  why: sentence.replace(/\.$/, ''),
  setting: asClause(next),
})

/** What stands in front of the shop answered in its place; undefined where the shop may have answered itself. */
export function frontHalt({ data }: Exchange): Halt | undefined {
  const front = data.page ? undefined : frontOf(data.response)
  if (!front) return undefined
  const { sentence, next } =
    front.kind === 'challenge' ? challengeTexts(front) : refusalTexts(data.request.method, data.response.status, front)
  return untestableBy('front', sentence, next)
}

/** However often it was asked, the answer was to ask less: what goes on from it cannot be asked. */
function limitHalt({ name, status }: Exchange): Halt | undefined {
  if (status !== 429) return undefined
  return untestableBy(
    'front',
    `"${name}" was answered 429 each time: a limit on requests.`,
    'Lift the limit on requests of the staging shop for this machine.',
  )
}

/** What a failed step blocks. @param what the thing that its answer ought to hold */
export function blocked(exchange: Exchange, what: string): Halted {
  if (exchange instanceof NotAsked) return new Halted(exchange.halt)
  const front = frontHalt(exchange) ?? limitHalt(exchange)
  if (front) return new Halted(front)
  return new Halted({
    kind: 'blocked',
    by: exchange.name,
    why: `"${exchange.name}" answered ${exchange.status} without ${what}`,
  })
}
