import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable, Undecided } from '../../src/judge/unmet.ts'
import { expectToken } from '../shared/logged-in.ts'
import { signInFailed } from '../shared/messages.ts'
import { profileEmail } from './profile-email.scenario.ts'

const { must, may } = requirementsOf(profileEmail)

must(
  'PROFILE-37',
  'A customer changes the e-mail without sending the password',
  {
    why: 'With a token alone, a thief moves the account to another mailbox. A client that wants a password check has to implement it.',
    source: [recorded('me/update#email-no-password'), recorded('me/update#after-email')],
  },
  ({ create, 'change the e-mail': answer }) => {
    expect(answer).toSucceed().toMatchSchema('customer')
    expect(answer.at('/id')).toEqual(create.at('/id'))
    expect(answer.at('/email')).toEqual(answer.sent('/customer/email'))
  },
)

must(
  'PROFILE-38',
  'A token stays valid after the e-mail changes, and the profile shows the new e-mail',
  {
    why: 'A customer who corrects the e-mail stays logged in. A page that keeps showing the old one makes them correct it again.',
    source: [recorded('me/update#after-email'), verified('what-a-token-survives')],
  },
  ({ create, 'change the e-mail': change, 'me with the earlier token': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
    expect(me.at('/email')).toEqual(change.sent('/customer/email'))
  },
)

must(
  'PROFILE-39',
  'After an e-mail change, the old e-mail no longer logs in',
  {
    why: 'The old mailbox may belong to somebody else by now, which may be the reason for the change.',
    source: [
      recorded('me/update#email-no-password'),
      code('module-customer/Model/ResourceModel/CustomerRepository.php:250', '2.4.7-p6'),
    ],
  },
  ({ 'login with the old e-mail': answer }) => {
    expect(answer).toBeRefusedWith(401, { message: signInFailed })
  },
)

must(
  'PROFILE-40',
  'After an e-mail change, the new e-mail logs in with the same password',
  {
    why: 'A customer who cannot log in with the new e-mail has lost the account by correcting it.',
    source: [recorded('me/update#email-no-password'), verified('changing-the-e-mail')],
  },
  ({ 'change the e-mail': change, 'login with the new e-mail': answer }) => {
    if (change.at('/confirmation').exists) inapplicable('the shop requires confirmation of a changed e-mail')
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('string')
  },
)

must(
  'PROFILE-53',
  'A new e-mail with capitals and a tag after a plus sign is stored as it was sent, and logs in',
  {
    why: 'The tag is how the customer sorts mail. If it is cut off or the letters are changed, mails go elsewhere, and the login is refused.',
    source: [
      code('module-customer/Model/ResourceModel/CustomerRepository.php:250', '2.4.7-p6'),
      verified('e-mail-addresses'),
      verified('changing-the-e-mail'),
    ],
  },
  (read) => {
    const { 'change to one with a tag': change, 'me with the tag': me, 'login with the tag': login } = read
    const confirmed = [read['change the e-mail'], change].some((answer) => answer.at('/confirmation').exists)
    if (confirmed) inapplicable('the shop requires confirmation of a changed e-mail')
    for (const plain of [read['me with the earlier token'], read['login with the new e-mail']])
      if (plain.status !== 200)
        throw new Undecided('blocked', 'not even an e-mail without a tag is changed', { by: plain.name })
    expect(change).toSucceed()
    for (const answer of [change, me]) expect(answer.at('/email')).toEqual(change.sent('/customer/email'))
    expectToken(login)
  },
)

may(
  'PROFILE-41',
  'A `passwordHash` sent beside the profile is stored, and the old password stops working',
  {
    why: 'With a stolen token, an attacker stores the hash of another password, without the policy and the current password, and owns the account. Filter the field before it reaches the shop.',
    source: [
      code('module-customer/Model/ResourceModel/CustomerRepository.php:366', '2.4.7-p6'),
      verified('changing-the-e-mail'),
    ],
  },
  ({ 'send a password hash': hash, 'login after the hash': answer }) => {
    expect(hash).toSucceed()
    expect(answer).toBeRefusedWith(401)
  },
)
