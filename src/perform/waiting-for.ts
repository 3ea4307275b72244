import type { Mailbox } from '../target/mailbox/mailbox.ts'
import { Halted } from './halt.ts'
import { ownMails } from './own-mails.ts'
import type { Run } from './run.ts'
import type { Waiting } from './wait-for-mails.ts'

/** Returns how a run waits for mails. @throws Halted if they are known to arrive too late or not at all */
export function waitingFor(run: Run, mailbox: Mailbox): Waiting {
  const { target, mailTimeout, patience, missingMails, passwords, barriers } = run
  const barrier = barriers.find(({ mails }) => mails)
  if (barrier) throw new Halted(barrier.halt)
  const pattern = String(target.probes['reset link']?.value ?? '')
  return {
    mailbox: ownMails(mailbox, target.probes),
    timeout: mailTimeout,
    patience,
    redactor: target.redactor,
    pattern,
    missing: missingMails,
    chosen: passwords,
  }
}
