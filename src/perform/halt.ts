import { Exchange } from '../recording/exchange.ts'
import { challengeTexts, frontOf, refusalTexts } from '../recording/front.ts'
import type { Halt } from '../recording/recording.ts'
import { asClause } from '../shared/text.ts'

/**
 * Thrown if a scenario cannot continue. The steps that remain are blocked, untestable or inapplicable, never passed.
 */
export class Halted extends Error {
  override name = 'Halted'
  readonly halt: Halt

  constructor(halt: Halt) {
    super(halt.why)
    this.halt = halt
  }
}

/** Replaces the response of a request that was not sent: it has no values, and contains the reason. */
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

/** Returns the token in the answer to a login. @throws Halted if there is none */
export function tokenFrom(login: Exchange): string {
  return textFrom(login, '', 'a token')
}

/** Returns the id of the customer in an answer. @throws Halted if there is none */
export function idFrom(customer: Exchange): number {
  const { value } = customer.at('/id')
  if (customer.status === 200 && /^\d+$/.test(String(value)) && !Array.isArray(value)) return Number(value)
  throw blocked(customer, 'a customer with an id')
}

/** Returns a text at a place of an answer with status 200. @throws Halted if there is none */
export function textFrom(exchange: Exchange, pointer: string, what: string): string {
  const { value } = exchange.at(pointer)
  if (exchange.status === 200 && typeof value === 'string' && value !== '') return value
  throw blocked(exchange, what)
}

/**
 * Returns the halt for requirements that a finding of the run makes untestable.
 * @param next what to set or change, as a sentence
 */
export const untestableBy = (power: string, sentence: string, next: string): Halt => ({
  kind: 'untestable',
  power,
  why: sentence.replace(/\.$/, ''),
  setting: asClause(next),
})

/** Returns the halt for an answer of something in front of the shop; undefined if the shop may have answered. */
export function frontHalt({ data }: Exchange): Halt | undefined {
  const front = data.page ? undefined : frontOf(data.response, data.request.url)
  if (!front) return undefined
  const { sentence, next } =
    front.kind === 'challenge' ? challengeTexts(front) : refusalTexts(data.request.method, data.response.status, front)
  return untestableBy('front', sentence, next)
}

/** Returns the halt for a response that was 429 after all retries. */
function limitHalt({ name, status }: Exchange): Halt | undefined {
  if (status !== 429) return undefined
  return untestableBy(
    'front',
    `"${name}" got 429 each time: a rate limit.`,
    'Lift the limit on requests of the staging shop for this machine.',
  )
}

/** Returns the error for steps that a failed step blocks. @param what the value that its answer should contain */
export function blocked(exchange: Exchange, what: string): Halted {
  if (exchange instanceof NotAsked) return new Halted(exchange.halt)
  const front = frontHalt(exchange) ?? limitHalt(exchange)
  if (front) return new Halted(front)
  return new Halted({
    kind: 'blocked',
    by: exchange.name,
    why: `"${exchange.name}" answered ${exchange.status} ${lacking(exchange, what)}`,
  })
}

/** Returns what a response lacks: the expected status, JSON, or a value in it. */
function lacking({ status, body }: Exchange, what: string): string {
  if (status > 200 && status < 300) return 'in place of 200'
  const { value } = body.json ?? {}
  if (status === 200 && what === 'a token' && typeof value === 'object' && value !== null)
    return `with ${Array.isArray(value) ? 'a list' : 'an object'} in place of the token`
  if (status !== 200 || body.json || !body.text) return `without ${what}`
  return `with a body that is no JSON${body.text.startsWith(byteOrderMark) ? ': it begins with a byte order mark' : ''}`
}

const byteOrderMark = '\ufeff'
