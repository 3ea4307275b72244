import { setTimeout as sleep } from 'node:timers/promises'
import { NoAnswer } from '../client/client.ts'
import { post } from '../client/request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Mailbox, MailboxError } from '../mailbox/mailbox.ts'
import type { Exchange } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import type { Halt, Power } from '../recording/recording.ts'
import type { Target } from '../target/target.ts'
import { type Account, strongPassword } from './account.ts'
import { confirm } from './confirm.ts'
import { Halted, tokenFrom } from './halt.ts'
import { powersOf, untestable } from './powers.ts'
import { capture } from './record.ts'
import { registering } from './register.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'
import type { SharedTime } from './time.ts'
import { type Missing, type Patience, type Waiting, waitForMails } from './wait-for-mails.ts'

/** What the scenarios of one run share. */
export interface Run {
  readonly target: Target
  readonly ledger: Ledger
  readonly time: SharedTime
  readonly newAddress: () => string
  readonly mailTimeout: number
  readonly patience: Patience
  readonly missingMails: Map<string, Missing>
  readonly keep: (exchange: Exchange) => void
  readonly keepMails: (observation: MailObservation) => void
  /** Told the answer to every request that may have made an account; none when the connection broke. */
  readonly registered: (email: string, answer: Exchange | undefined) => void
}

/** Performs one scenario to its end or to where it has to stop, and says why it stopped. Never throws. */
export async function play(scenario: Scenario, run: Run): Promise<Halt | undefined> {
  const powers = powersOf(run.target)
  const missing = scenario.needs.find((power) => !powers.includes(power))
  if (missing) return untestable(missing)
  try {
    await scenario.perform(stageFor(scenario, run, powers))
    return undefined
  } catch (error) {
    if (error instanceof Halted) return error.halt
    if (error instanceof NoAnswer || error instanceof MailboxError) return { kind: 'error', why: error.message }
    const { name, message } = error as Error
    return { kind: 'error', why: `the suite itself failed in scenario "${scenario.name}": ${name}: ${message}` }
  }
}

/** How a run waits for mails. */
export function waitingFor({ target, mailTimeout, patience, missingMails }: Run, mailbox: Mailbox): Waiting {
  const pattern = String(target.probes['reset link']?.value ?? '')
  return { mailbox, timeout: mailTimeout, patience, redactor: target.redactor, pattern, missing: missingMails }
}

function stageFor(scenario: Scenario, run: Run, powers: readonly Power[]): Stage {
  const { target } = run

  const stage: Stage = {
    async ask(name, request) {
      const answered = await target.client.ask(request)
      const { live, kept } = capture(scenario.name, name, answered, target.redactor)
      run.keep(kept)
      return live
    },
    register: (name, email, request) => registering(run, email, () => stage.ask(name, request)),
    async login(name, { email, password }) {
      await confirm(target, email)
      return tokenFrom(await stage.ask(name, post('/V1/integration/customer/token', { username: email, password })))
    },
    account(): Account {
      const password = strongPassword()
      target.redactor.learn(password)
      return { email: run.newAddress(), password, firstname: 'Jane', lastname: 'Doe' }
    },
    secret(value) {
      target.redactor.learn(value)
      return value
    },
    async mail(name, to, expected) {
      if (!target.mailbox) throw new Halted(untestable('mailbox'))
      const look = { scenario: scenario.name, name, to, expected }
      const { live, kept } = await waitForMails(waitingFor(run, target.mailbox), look)
      run.keepMails(kept)
      return live
    },
    async pass(seconds, shorter) {
      if (!stage.canPass(seconds)) throw new Halted(tooLong(seconds, target, shorter))
      await run.time.pass(seconds)
    },
    canPass: (seconds) => seconds <= target.clock.longest,
    async nextSecond() {
      // A whole second whatever the two clocks say: theirs may begin its seconds at another moment than ours.
      await (target.clock.shared ? run.time.pass(1) : sleep(1005))
    },
    admin() {
      if (!target.adminToken) throw new Halted(untestable('admin'))
      return target.adminToken
    },
    has: (power) => powers.includes(power),
    probe: (name, stock) => (target.probes[name]?.value as typeof stock | undefined) ?? stock,
    lockout: target.lockout,
  }
  return stage
}

const shorterLifetime =
  'make the shop’s token lifetime shorter (webapi/jwtauth/customer_expiration, in minutes; before 2.4.4 oauth/access_token_lifetime/customer, in hours)'

function tooLong(seconds: number, { clock }: Target, shorter = shorterLifetime): Halt {
  return {
    ...untestable('clock'),
    why: `${Math.ceil(seconds)} s would have to pass, and at most ${clock.longest} s may`,
    setting: `raise ${clock.setting}, or ${shorter}`,
  }
}
