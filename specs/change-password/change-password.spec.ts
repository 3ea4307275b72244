import { lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Undecided } from '../../src/judge/unmet.ts'
import { isInOwnWords } from '../../src/perform/refusal-words.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { expectToken } from '../shared/logged-in.ts'
import { passwordIsEmail, required, severalErrors, signInFailed, wrongCurrentPassword } from '../shared/messages.ts'
import { changeOfPassword } from './change-password.scenario.ts'

const { must, should, may } = requirementsOf(changeOfPassword)

/** A module with a password history refuses a password with its own message. */
const isKeptFromRepeating = (change: Exchange) =>
  change.status === 400 && isInOwnWords(change) && change.at('/message').value !== passwordIsEmail.message

must(
  'CHANGE-01',
  'Changing the password returns `true`, and the new password logs in',
  {
    why: 'A client logs the customer in with the new password at once. Returning `true` without a change locks the customer out.',
    source: [recorded('change/right#change'), recorded('change/right#new-password')],
  },
  ({ change, 'new password': login }) => {
    expect(change).toAnswer(true)
    expectToken(login)
  },
)

must(
  'CHANGE-02',
  'After the change, the old password is rejected',
  {
    why: 'The password is changed because somebody else may know it. If the old one still works, nothing was gained.',
    source: [
      recorded('change/right#old-password'),
      code('module-customer/Model/AccountManagement.php:1047', '2.4.7-p6'),
    ],
  },
  ({ 'old password': login }) => {
    expect(login).toBeRefusedWith(401, { message: signInFailed })
  },
)

must(
  'CHANGE-03',
  'A change with a wrong current password is rejected with 401',
  {
    why: 'If any current password were accepted, an open session or a stolen token would be enough to take over the account for good.',
    profile: 'shape',
    source: [
      recorded('change/refused#wrong-current'),
      code('module-customer/Model/AccountManagement.php:1052', '2.4.7-p6'),
    ],
  },
  ({ 'wrong current password': change }) => {
    expect(change).toBeRefusedWith(401, { message: wrongCurrentPassword })
  },
)

must(
  'CHANGE-04',
  'Rejected changes leave the password unchanged',
  {
    why: 'A form that shows an error must not have changed anything. Otherwise the customer leaves with an unknown password.',
    source: [recorded('change/refused#password-still'), verified('changing-the-password')],
  },
  (read) => {
    expectToken(read['password after the refusals'])
    expectToken(read['password after the weak ones'])
    expect(read['password of a refusal']).toBeRefusedWith(401)
  },
)

must(
  'CHANGE-05',
  'Rejected changes leave the token valid',
  {
    why: 'A typing error must not end the customer’s session and lose the cart.',
    source: [recorded('change/refused#token-still'), verified('accounts-that-are-locked')],
  },
  ({ create, 'token after the refusals': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'CHANGE-06',
  'A change without `currentPassword` is rejected',
  {
    why: 'Leaving the field out must not bypass the check. A stolen token would become a stolen account.',
    profile: 'shape',
    source: [recorded('change/refused#missing-current'), code('module-customer/etc/webapi.xml', '2.4.7-p6')],
  },
  ({ 'no current password': change }) => {
    expect(change).toBeRefusedWith(400, required('currentPassword'))
  },
)

must(
  'CHANGE-21',
  'A change with an empty current password is rejected like one with a wrong password',
  {
    why: 'An empty value must not bypass the check. A stolen token would become a stolen account.',
    in: lacks('empty-current-password-breaks'),
    source: [verified('changing-the-password'), code('module-customer/Model/AccountManagement.php:1052', '2.4.7-p6')],
  },
  ({ 'empty current password': change }) => {
    expect(change).toBeRefusedWith(401, { message: wrongCurrentPassword })
  },
)

must(
  'CHANGE-07',
  'Missing fields of a password change are all named in one response',
  {
    why: 'The form marks both fields at once instead of one after the other.',
    profile: 'shape',
    source: [recorded('change/refused#missing-new'), code('framework/Webapi/ServiceInputProcessor.php', '2.4.7-p6')],
  },
  ({ 'no fields': none, 'no new password': noNew }) => {
    const errors = ['currentPassword', 'newPassword'].map(required)
    expect(none).toBeRefusedWith(400, { message: severalErrors, errors })
    expect(noNew).toBeRefusedWith(400, required('newPassword'))
  },
)

must(
  'CHANGE-08',
  'A guest cannot change a password, even with the right current one',
  {
    why: 'A password change without a login would be a second place to guess passwords, without the protection of the login.',
    profile: 'shape',
    source: [recorded('change/refused#guest'), code('module-customer/etc/webapi.xml', '2.4.7-p6')],
  },
  ({ guest }) => {
    expect(guest).toBeUnauthorized()
  },
)

should(
  'CHANGE-09',
  'The current password is checked before the new one',
  {
    why: 'A form that shows the shop’s error message would otherwise ask the customer to improve a new password that was not the problem.',
    source: [verified('changing-the-password'), code('module-customer/Model/AccountManagement.php:1047', '2.4.7-p6')],
  },
  ({ 'wrong current and weak new password': change }) => {
    expect(change).toBeRefusedWith(401, { message: wrongCurrentPassword })
  },
)

should(
  'CHANGE-10',
  'The new password may equal the current one',
  {
    why: 'An audit may require a different password, which the shop does not enforce. A client may check it itself.',
    source: [recorded('change/refused#same'), verified('changing-the-password')],
    next: 'a module with a password history refuses it on purpose: if so, record it as an expected failure (docs/ci.md)',
  },
  ({ 'the same again': change }) => {
    expect(change).toAnswer(true)
  },
)

must(
  'CHANGE-20',
  'A new password with quotes, signs of URLs and HTML, and an accent logs in as it was sent',
  {
    why: 'Password managers make such passwords. One that is escaped, decoded or cut on one route locks its owner out on the others.',
    source: [code('module-customer/Model/AccountManagement.php:1047', '2.4.7-p6'), verified('changing-the-password')],
  },
  ({ 'the same again': before, 'to one with signs': change, 'login with signs': login }) => {
    if (before.json !== true && !isKeptFromRepeating(before))
      throw new Undecided('blocked', `"${before.name}" also changed no password`, { by: before.name })
    expect(change).toAnswer(true)
    expectToken(login)
  },
)

may(
  'CHANGE-11',
  'A token issued before the change still gives access to the profile',
  {
    why: 'A client keeps using its token after the change. If a mock revokes it, the app is built to log in again, which no Magento requires. A stolen token also stays valid.',
    source: [recorded('change/right#old-token'), verified('what-a-token-survives')],
  },
  ({ create, 'token from before': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)
