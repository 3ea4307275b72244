import type { Mailbox } from '../target/mailbox/mailbox.ts'
import type { Run } from './run.ts'
import type { Waiting } from './wait-for-mails.ts'

/** How a run waits for mails. */
export function waitingFor({ target, mailTimeout, patience, missingMails, passwords }: Run, mailbox: Mailbox): Waiting {
  const pattern = String(target.probes['reset link']?.value ?? '')
  return {
    mailbox,
    timeout: mailTimeout,
    patience,
    redactor: target.redactor,
    pattern,
    missing: missingMails,
    chosen: passwords,
  }
}
