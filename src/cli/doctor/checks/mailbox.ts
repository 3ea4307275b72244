import type { Scenario } from '../../../perform/scenario.ts'
import { openMailbox } from '../../../target/mailbox/open.ts'
import { emailDomainSetting } from '../../../target/parse.ts'
import { type Check, good, note } from '../check.ts'

/** Checks that the mailbox can be read. Whether mails arrive there shows only when one is sent. */
export const mailbox: Check = {
  name: 'mailbox',
  async look({ settings, redactor, scenarios }) {
    const opened = await openMailbox(settings.get('MAGENTO_MAILBOX_URL'), redactor)
    const chapters = [...new Set(scenarios.filter(readsMails).map(({ chapter }) => chapter))]
    if (chapters.length === 0) return good('not needed: no selected requirement reads mails')
    const reading = `the reset link and the mails (${chapters.join(', ')})`
    if (!opened) return note('no mailbox set', `${reading} are untestable: set MAGENTO_MAILBOX_URL`)
    const domain = emailDomainSetting(settings)
    return good(`${opened.description} answers`, `${reading} are tested if the shop’s mails to ${domain} arrive there`)
  },
}

const readsMails = ({ needs }: Scenario) => needs.includes('mailbox')
