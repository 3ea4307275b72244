import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, thread, verified } from '../../src/judge/source.ts'
import { tokenMismatched } from '../shared/messages.ts'
import { resetEnded } from './reset-ended.scenario.ts'

const { must, should } = requirementsOf(resetEnded)

must(
  'RESET-39',
  'changing the password ends the link that is pending',
  {
    why: 'A customer who finds an unasked reset mail changes the password to be safe. The link must be dead then.',
    source: [
      verified('reset-tokens'),
      code('module-customer/Model/AccountManagement.php:1047', '2.4.7-p6'),
      thread('OpenMage/magento-lts#1594'),
    ],
  },
  ({ 'change the password': change, 'reset after the change': reset, 'password of the late reset': login }) => {
    expect(change).toAnswer(true)
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
    expect(login).toBeRefusedWith(401)
  },
)

must(
  'RESET-40',
  'changing the e-mail ends the link that is pending, so that the old mailbox opens nothing',
  {
    why: 'Who gives up an old mailbox, or lost it to somebody, changes the e-mail for that. A link lying there must not open the account.',
    source: [verified('reset-tokens'), code('module-customer/Model/ResourceModel/CustomerRepository.php', '2.4.7-p6')],
  },
  (read) => {
    expect(read['change the e-mail']).toSucceed()
    expect(read['change the e-mail'].at('/email')).toEqual(read['change the e-mail'].sent('/customer/email'))
    expect(read['link after the change of e-mail']).toBeRefusedWith(400, { message: tokenMismatched })
    expect(read['reset under the new e-mail']).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

should(
  'RESET-41',
  'a login and a save of the profile leave the pending link valid',
  {
    why: 'A customer who asked for a link, remembered the password and went on must not wonder why the link is dead; nor does a login protect from it.',
    source: [verified('reset-tokens')],
  },
  ({ 'save the profile': save, 'link after the save': link }) => {
    expect(save).toSucceed()
    expect(link).toAnswer(true)
  },
)

should(
  'RESET-42',
  'changing the e-mail over REST sends no mail, neither to the old address nor to the new',
  {
    why: 'Nobody tells the owner when a thief changes the e-mail over REST; a client that wants a notice has to send it.',
    source: [verified('changing-the-e-mail')],
  },
  (read) => {
    expect(read['change the e-mail']).toSucceed()
    const before = read['welcome of the changer of e-mail'].mails.length
    expect(read['mails to the old e-mail']).toHaveCount(before)
    expect(read['mails to the new e-mail']).toHaveCount(0)
  },
)
