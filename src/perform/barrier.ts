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
}

const login = /\/integration\/customer\/token\/*(\?|$)/i

/** A login with an account that can log in nowhere is answered with this. */
export function refusedLogin(refusal: Exchange, halt: Halt): Barrier {
  return {
    halt,
    at: ({ method, path }, answer) =>
      method === 'POST' &&
      login.test(path) &&
      answer.status === refusal.status &&
      answer.at('/message').value === refusal.at('/message').value,
  }
}

/** A token that does not arrive proves nothing. */
export function lostToken(halt: Halt): Barrier {
  return {
    halt,
    before: ({ token, headers = {} }) =>
      token !== undefined || Object.keys(headers).some((name) => /^authorization$/i.test(name)),
  }
}

/** An address that lacks a field which nobody knows a value for is refused, whatever else is in it. */
export function refusedAddress(halt: Halt): Barrier {
  return {
    halt,
    before: ({ method, json }) =>
      /^(POST|PUT)$/i.test(method) && hasAddresses((json as { customer?: unknown } | undefined)?.customer),
  }
}

const hasAddresses = (customer: unknown): boolean => {
  const addresses = (customer as { addresses?: unknown } | null | undefined)?.addresses
  return Array.isArray(addresses) && addresses.length > 0
}

/** Pages of another website know none of the run's accounts. */
export function otherPages(halt: Halt): Barrier {
  return { halt, before: ({ page }) => page === true }
}
