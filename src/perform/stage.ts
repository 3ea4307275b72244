import type { Asked, Looked, Step } from '../recording/asked.ts'
import type { Grade } from '../recording/evidence.ts'
import type { Exchange } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import type { Access, Halt, Probe } from '../recording/recording.ts'
import type { Ask, Token } from '../target/client/request.ts'
import type { Interval } from '../target/clock/skew.ts'
import type { Form } from '../target/storefront/form.ts'
import type { SelectorName } from '../target/storefront/selectors.ts'
import type { Visitor } from '../target/storefront/visitor.ts'
import type { Account, Customer } from './account.ts'
import type { Teller } from './teller.ts'

/**
 * What a scenario can do. Answers it gets hold the real secrets; what is recorded holds stand-ins. What records is a
 * step, taken with `yield*`; everything else is awaited or called.
 */
export interface Stage {
  /**
   * Asks and records under this name. A request that rests on what an answer did not give (`given.ts`) is not sent: the
   * step is blocked by that answer, and what comes back gives nothing either.
   * @throws Halted when the target gave no answer
   */
  ask<const Name extends string>(name: Name, request: Ask): Step<Asked<Name>, Exchange>
  /** As `ask`, for a request that may create an account with this address, or move one to it: written down before it is sent. */
  register<const Name extends string>(name: Name, email: string, request: Ask): Step<Asked<Name>, Exchange>
  /**
   * Logs in and gives the token. On a shop that requires confirmation the account is confirmed first, unrecorded.
   * @throws Halted when there is no token, or the account cannot be confirmed
   */
  login<const Name extends string>(name: Name, account: Pick<Account, 'email' | 'password'>): Step<Asked<Name>, string>
  /**
   * In profile shape: the customer, with the tutorial's data, that all its scenarios share.
   * @throws Halted when there is none, since the registration that sets up the run was refused
   */
  customer(): Customer
  /** A fresh address, a strong password and the names of the tutorial. */
  account(): Account
  /** Marks a value as secret, so that only a stand-in is recorded, and gives it back. */
  secret(value: string): string
  /**
   * Waits until this many mails to the address have come (or the time for it is over) and records them all.
   * @throws Halted when the run has no mailbox
   */
  mail<const Name extends string>(name: Name, to: string, expected: number): Step<Looked<Name>, MailObservation>
  /**
   * Lets time pass for the target.
   * @param options `shorter`: what would make the wait shorter, where it is not for a token to expire; `atLeast`:
   * more may pass as well
   * @throws Halted when that much time cannot pass
   */
  pass(seconds: number, options?: { shorter?: string | undefined; atLeast?: boolean }): Promise<void>
  /** Whether that much time can pass, for a scenario that goes on either way. */
  canPass(seconds: number, atLeast?: boolean): boolean
  /** Why so many seconds cannot pass. @param shorter as of `pass` */
  whyNot(seconds: number, shorter?: string): Extract<Halt, { kind: 'untestable' }>
  /** Now, in milliseconds of a timeline that includes what was let pass for the target. */
  now(): number
  /** How many milliseconds the shop's clock is ahead of that timeline; undefined when the shop does not tell. */
  skew(): Interval | undefined
  /** Whether questions go to a second address of the shop by now, whose clock is ahead. */
  elsewhere(): boolean
  /**
   * States what the answers from now on are evidence of, in a scenario about expiry; `pass` makes it stronger.
   * @returns what they were evidence of before
   */
  evidence(grade: Grade | undefined): Grade | undefined
  /** Goes on without these exchanges, which could not be made, and says why. */
  without(halt: Halt, ...names: string[]): void
  /** Waits until the target's clock shows another second: tokens of one second cannot be told apart. */
  nextSecond(): Promise<void>
  /** In whose name the administrator asks. @throws Halted when the run has none */
  admin(): Token
  /** As `admin`, for a route that anybody may use: those look at a token but at no signature. @throws Halted */
  adminByToken(): Token
  /** Somebody new at the storefront. @throws Halted when the run has none */
  visitor(): Visitor
  /** Whether the storefront has another host than the API. */
  readonly storefrontIsElsewhere: boolean
  /** A form of a page. @throws Halted when the page has none where Luma has it */
  form(page: Exchange, name: SelectorName): Form
  /**
   * Changes a setting of the shop; only where no other scenario runs.
   * @throws Halted when the run may not
   */
  configure(path: string, value: string): Promise<void>
  has(power: Access): boolean
  /** A probed fact about the shop, or the value of a stock shop. */
  probe<T extends Probe['value']>(name: string, stock: T): T
  /** Whether this run may lock accounts of its own by failed logins. */
  readonly lockout: boolean
  /** The release that the target claims to be. */
  readonly release: string
  /** Tokens kept from earlier runs, where the run has a bank. */
  readonly bank: Teller | undefined
}
