import { expect } from '../../src/judge/expect.ts'
import { needed } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, thread, verified } from '../../src/judge/source.ts'
import { tokenMismatched } from '../shared/messages.ts'
import { asksForLinks } from '../shared/reset-mail.ts'
import { resetEnded } from './reset-ended.scenario.ts'

const { must, should } = requirementsOf(resetEnded)

must(
  'RESET-39',
  'Changing the password invalidates the pending reset link',
  {
    why: 'A customer who finds an unrequested reset mail changes the password to be safe. The link must be rejected from then on.',
    source: [
      verified('reset-tokens'),
      code('module-customer/Model/AccountManagement.php:1047', '2.4.7-p6'),
      thread('OpenMage/magento-lts#1594'),
    ],
  },
  ({ 'reset after the change': reset, 'password of the late reset': login }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
    expect(login).toBeRefusedWith(401)
  },
)

must(
  'RESET-40',
  'Changing the e-mail invalidates the pending reset link',
  {
    why: 'A customer changes the e-mail after losing access to the old mailbox. A link in that mailbox must not open the account.',
    source: [verified('reset-tokens'), code('module-customer/Model/ResourceModel/CustomerRepository.php', '2.4.7-p6')],
  },
  (read) => {
    const change = read['change the e-mail']
    needed(change, change.at('/email').value === change.sent('/customer/email').value, 'without the new e-mail')
    expect(read['link after the change of e-mail']).toBeRefusedWith(400, { message: tokenMismatched })
    expect(read['reset under the new e-mail']).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

should(
  'RESET-41',
  'A login and a save of the profile leave the pending reset link valid',
  {
    why: 'A customer who asked for a link, then remembered the password and went on, expects the link to work later. Ending it at a login would protect nobody.',
    source: [verified('reset-tokens')],
  },
  ({ 'link after the save': link }) => {
    expect(link).toAnswer(true)
  },
)

should(
  'RESET-42',
  'Changing the e-mail over REST sends no mail, neither to the old nor to the new address',
  {
    why: 'The owner is not notified when a thief changes the e-mail over REST. A client that wants a notice has to send it.',
    source: [verified('changing-the-e-mail')],
  },
  (read, shop) => {
    const asked = asksForLinks(shop, shop.release) ? 1 : 0
    const before = read['welcome of the changer of e-mail'].mails.length + asked
    expect(read['mails to the old e-mail']).toHaveCount(before)
    expect(read['mails to the new e-mail']).toHaveCount(0)
  },
)
