import type { Exchange } from '../recording/exchange.ts'
import type { Halt } from '../recording/recording.ts'
import type { Ask } from '../target/client/request.ts'

/** A known obstacle for some requests of a run. Requirements about them are untestable, not failed. */
export interface Barrier {
  readonly halt: Halt
  /** True if a request need not be sent. */
  readonly before?: (request: Ask) => boolean
  /** True if mails do not arrive, or too late: mailbox queries are skipped. */
  readonly mails?: true
  /** True if a response shows the obstacle although the request should have succeeded. */
  readonly at?: (request: Ask, answer: Exchange) => boolean
  /** True if no later step depends on the refused request: the scenario continues without the response. */
  readonly goesOn?: true
}

const login = /\/integration\/customer\/token\/*(\?|$)/i
const registration = /\/V1\/+customers\/*(\?|$)/i

/** The barrier for accounts that cannot log in. @param refusal the answer to their logins */
export const refusedLogin = (refusal: Exchange, halt: Halt): Barrier =>
  refusedLikewise(refusal, halt, ({ method, path }) => method === 'POST' && login.test(path))

/** The barrier for accounts whose tokens the shop rejects. @param refusal the answer to requests with such a token */
export const refusedAccount = (refusal: Exchange, halt: Halt): Barrier => refusedLikewise(refusal, halt, hasToken)

/**
 * The barrier for addresses that a rule of the shop rejects.
 * @param refusal the response to them, which does not depend on the rest of the request
 */
export const refusedAddress = (refusal: Exchange, halt: Halt): Barrier => ({
  ...refusedRegistrant(refusal, halt),
  goesOn: true,
})

/** The barrier for registrations that a policy of the shop rejects. @param refusal the answer to them */
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

/** The barrier if tokens do not reach the shop: then they prove nothing. */
export function lostToken(halt: Halt): Barrier {
  return { halt, before: hasToken }
}

const hasToken = ({ token, headers = {} }: Ask): boolean =>
  token !== undefined || Object.keys(headers).some((name) => /^authorization$/i.test(name))

/** The barrier for pages of another website, on which the run's accounts do not exist. */
export function otherPages(halt: Halt): Barrier {
  return { halt, before: ({ page }) => page === true }
}
