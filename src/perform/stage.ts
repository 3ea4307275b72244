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
 * The functions available to a scenario. Responses contain the real secrets; the recording contains placeholders.
 * Functions that record are steps, called with `yield*`; the others are awaited or called.
 */
export interface Stage {
  /**
   * Sends a request and records it under this name. A request with a marker for a missing value (`given.ts`) is not
   * sent: the step is blocked by the response that lacked it, and the returned exchange has no values.
   * @throws Halted if the target gave no answer
   */
  ask<const Name extends string>(name: Name, request: Ask): Step<Asked<Name>, Exchange>
  /**
   * Like `ask`, for a request that may create an account with this address or change one to it: announced in the ledger
   * first.
   */
  register<const Name extends string>(name: Name, email: string, request: Ask): Step<Asked<Name>, Exchange>
  /**
   * Logs in and returns the token. If the shop requires confirmation, the account is first confirmed, unrecorded.
   * @throws Halted if there is no token, or the account cannot be confirmed
   */
  login<const Name extends string>(name: Name, account: Pick<Account, 'email' | 'password'>): Step<Asked<Name>, string>
  /**
   * Confirms an account that cannot log in yet, if the shop requires confirmation.
   * @throws Halted if it cannot be confirmed
   */
  confirmed(email: string): Promise<void>
  /**
   * Returns the customer with the tutorial's data that all scenarios of profile shape share.
   * @throws Halted if its registration was refused during setup
   */
  customer(): Customer
  /** Returns a new address, a strong password and the tutorial's names. */
  account(): Account
  /** Registers a secret, so that only a placeholder is recorded, and returns it. */
  secret(value: string): string
  /**
   * Waits until this many mails to the address have arrived, or the timeout, and records them.
   * @throws Halted if the run has no mailbox
   */
  mail<const Name extends string>(name: Name, to: string, expected: number): Step<Looked<Name>, MailObservation>
  /**
   * Lets time pass for the target.
   * @param options `shorter`: how to shorten the wait, if it is not for a token to expire; `atLeast`: more time may
   * pass
   * @throws Halted if that much time cannot pass
   */
  pass(seconds: number, options?: { shorter?: string | undefined; atLeast?: boolean }): Promise<void>
  /** True if that much time can pass, for a scenario that continues either way. */
  canPass(seconds: number, atLeast?: boolean): boolean
  /** Returns why this many seconds cannot pass. @param shorter as for `pass` */
  whyNot(seconds: number, shorter?: string): Extract<Halt, { kind: 'untestable' }>
  /** Returns milliseconds on a timeline that includes the time skipped for the target. */
  now(): number
  /** Returns the milliseconds by which the shop's clock is ahead of that timeline; undefined if unknown. */
  skew(): Interval | undefined
  /** True if requests now go to a second address of the shop, whose clock is ahead. */
  elsewhere(): boolean
  /**
   * Sets the grade of evidence of responses from now on, in scenarios about expiry; `pass` raises it.
   * @returns the previous grade
   */
  evidence(grade: Grade | undefined): Grade | undefined
  /** Continues without these exchanges, which could not be made, and records the reason. */
  without(halt: Halt, ...names: string[]): void
  /** Waits until the target's clock shows a new second: tokens of the same second are equal. */
  nextSecond(): Promise<void>
  /** Returns the administrator's credentials. @throws Halted if the run has none */
  admin(): Token
  /** Like `admin`, for a route that is open to anyone: such routes check tokens but no signatures. @throws Halted */
  adminByToken(): Token
  /** Returns a new visitor of the storefront. @throws Halted if the run may not use it */
  visitor(): Visitor
  /** True if the storefront has another host than the API. */
  readonly storefrontIsElsewhere: boolean
  /** Returns a form of a page. @throws Halted if the page does not have it where Luma does */
  form(page: Exchange, name: SelectorName): Form
  /**
   * Changes a setting of the shop; only if no other scenario runs.
   * @throws Halted if the run may not
   */
  configure(path: string, value: string): Promise<void>
  has(power: Access): boolean
  /** Returns a probed fact about the shop, or the value of a stock shop. */
  probe<T extends Probe['value']>(name: string, stock: T): T
  /** True if this run may lock its own accounts by failed logins. */
  readonly lockout: boolean
  /** The release that the target claims to be. */
  readonly release: string
  /** Tokens kept from earlier runs, if the run has a bank. */
  readonly bank: Teller | undefined
}
