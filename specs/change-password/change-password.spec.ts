import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { expectToken } from '../shared/logged-in.ts'
import { required, severalErrors, signInFailed, wrongCurrentPassword } from '../shared/messages.ts'
import { changeOfPassword } from './change-password.scenario.ts'

const { must, should, may } = requirementsOf(changeOfPassword)

must(
  'CHANGE-01',
  'changing the password is answered with true, and the new password logs in',
  {
    why: 'A client logs the customer in with the new password straight away. A `true` for a change that did not happen locks the customer out.',
    source: [recorded('change/right#change'), recorded('change/right#new-password')],
  },
  ({ change, 'new password': login }) => {
    expect(change).toAnswer(true)
    expectToken(login)
  },
)

must(
  'CHANGE-02',
  'after the change the old password is refused',
  {
    why: 'The password is changed because somebody else may know it. If the old one still opens the account, nothing was gained.',
    source: [
      recorded('change/right#old-password'),
      code('module-customer/Model/AccountManagement.php:1047', '2.4.7-p6'),
    ],
  },
  ({ change, 'old password': login }) => {
    expect(change).toAnswer(true)
    expect(login).toBeRefusedWith(401, { message: signInFailed })
  },
)

must(
  'CHANGE-03',
  'a change with a wrong current password is refused with 401',
  {
    why: 'Whoever finds an open session, or a stolen token, would take over the account for good if any current password did.',
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
  'attempts that are refused leave the password as it is',
  {
    why: 'A form with an error on it must have changed nothing: otherwise the customer leaves with a password that is not the one remembered.',
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
  'attempts that are refused leave the token valid',
  {
    why: 'A typing error must not throw the customer out of the session and lose the basket.',
    source: [recorded('change/refused#token-still'), verified('accounts-that-are-locked')],
  },
  ({ create, 'token after the refusals': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'CHANGE-06',
  'without the current password nothing is changed',
  {
    why: 'Leaving the field out must not be the way around the check: a stolen token would become a stolen account.',
    profile: 'shape',
    source: [recorded('change/refused#missing-current'), code('module-customer/etc/webapi.xml', '2.4.7-p6')],
  },
  ({ 'no current password': change }) => {
    expect(change).toBeRefusedWith(400, required('currentPassword'))
  },
)

must(
  'CHANGE-07',
  'what is missing is named, both passwords at once',
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
  'a guest who knows the password changes nothing',
  {
    why: 'A password change without a login would be a second door to guess passwords at, past whatever guards the first.',
    profile: 'shape',
    source: [recorded('change/refused#guest'), code('module-customer/etc/webapi.xml', '2.4.7-p6')],
  },
  ({ guest }) => {
    expect(guest).toBeUnauthorized()
  },
)

should(
  'CHANGE-09',
  'the current password is checked before the new one',
  {
    why: 'A form that shows the shop’s words would otherwise send the customer to improve a new password that was never the problem.',
    source: [verified('changing-the-password'), code('module-customer/Model/AccountManagement.php:1047', '2.4.7-p6')],
  },
  ({ 'wrong current and weak new password': change }) => {
    expect(change).toBeRefusedWith(401, { message: wrongCurrentPassword })
  },
)

should(
  'CHANGE-10',
  'the new password may be the current one',
  {
    why: 'Auditors who demand another password have to know that the shop does not; a client may check it itself.',
    source: [recorded('change/refused#same'), verified('changing-the-password')],
  },
  ({ 'the same again': change }) => {
    expect(change).toAnswer(true)
  },
)

may(
  'CHANGE-11',
  'a token issued before the change still opens the profile',
  {
    why: 'A client goes on with its token after the change. Where a mock ends it, the app is built to log in again, which no Magento asks for; where Magento keeps it, so does a thief.',
    source: [recorded('change/right#old-token'), verified('what-a-token-survives')],
  },
  ({ create, change, 'token from before': me }) => {
    expect(change).toAnswer(true)
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)
