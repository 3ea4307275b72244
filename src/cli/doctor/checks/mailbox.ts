import { openMailbox } from '../../../target/mailbox/open.ts'
import { emailDomainSetting } from '../../../target/parse.ts'
import { type Check, good, note } from '../check.ts'

/** Checks that the mailbox can be read. Whether mails arrive there shows only when one is sent. */
export const mailbox: Check = {
  name: 'mailbox',
  async look({ settings, redactor }) {
    const opened = await openMailbox(settings.get('MAGENTO_MAILBOX_URL'), redactor)
    if (!opened) return note('none set', 'the reset link and the mails are untestable: set MAGENTO_MAILBOX_URL')
    const domain = emailDomainSetting(settings)
    return good(
      `${opened.description} answers`,
      `the reset link and the mails, if the shop’s mails to ${domain} arrive there`,
    )
  },
}
