import type { Exchange } from '../recording/exchange.ts'
import type { Halt } from '../recording/recording.ts'
import type { Ask } from '../target/client/request.ts'

/** What a run found to stand in the way of some of its requests: they are untestable, and blame nobody. */
export interface Barrier {
  readonly halt: Halt
  /** Whether a request is not worth sending. */
  readonly before?: (request: Ask) => boolean
  /** Mails do not come, or come too late: none is looked for. */
  readonly mails?: true
  /** Whether this answer to a request is the one that the run got where it ought to have got through. */
  readonly at?: (request: Ask, answer: Exchange) => boolean
  /** Nothing rests on what is refused: the scenario goes on without this answer. */
  readonly goesOn?: true
}

const login = /\/integration\/customer\/token\/*(\?|$)/i
const registration = /\/V1\/+customers\/*(\?|$)/i

/** A login with an account that can log in nowhere is answered with this. */
export const refusedLogin = (refusal: Exchange, halt: Halt): Barrier =>
  refusedLikewise(refusal, halt, ({ method, path }) => method === 'POST' && login.test(path))

/** The token of an account that the shop keeps out is answered with this. */
export const refusedAccount = (refusal: Exchange, halt: Halt): Barrier => refusedLikewise(refusal, halt, hasToken)

/** An address that a rule of the shop's refuses is answered with this, whatever is asked about its form. */
export const refusedAddress = (refusal: Exchange, halt: Halt): Barrier => ({
  ...refusedRegistrant(refusal, halt),
  goesOn: true,
})

/** A registration that a policy of the shop's refuses is answered with this. */
export const refusedRegistrant = (refusal: Exchange, halt: Halt): Barrier =>
  refusedLikewise(refusal, halt, ({ method, path }) => method === 'POST' && registration.test(path))

function refusedLikewise(refusal: Exchange, halt: Halt, isMeant: (request: Ask) => boolean): Barrier {
  const message = refusal.at('/message').value
  return {
    halt,
    at: (request, answer) =>
      isMeant(request) && answer.status === refusal.status && answer.at('/message').value === message,
  }
}

/** A token that does not arrive proves nothing. */
export function lostToken(halt: Halt): Barrier {
  return { halt, before: hasToken }
}

const hasToken = ({ token, headers = {} }: Ask): boolean =>
  token !== undefined || Object.keys(headers).some((name) => /^authorization$/i.test(name))

/** Pages of another website know none of the run's accounts. */
export function otherPages(halt: Halt): Barrier {
  return { halt, before: ({ page }) => page === true }
}
