import { visible } from '../shared/text.ts'
import { MailboxError } from '../target/mailbox/mailbox.ts'
import type { Target } from '../target/target.ts'

/**
 * Deletes the mails that the run caused, and no others. A failure is only reported; it is no finding about the shop.
 */
export async function deleteMails({ mailbox }: Target, addresses: readonly string[]): Promise<void> {
  try {
    await mailbox?.deleteMailsTo([...new Set(addresses)])
  } catch (error) {
    if (!(error instanceof MailboxError)) throw error
    console.error(`The run’s mails could not all be deleted: ${visible(error.message)}`)
  }
}
