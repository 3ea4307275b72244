import { lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { duplicateEmail, requiredValue } from '../shared/messages.ts'
import { expectSameProfile } from '../shared/profile.ts'
import { profileRefused } from './profile-refused.scenario.ts'

const { must, should } = requirementsOf(profileRefused)
const resource = 'module-customer/Model/ResourceModel/Customer.php'

must(
  'PROFILE-11',
  'an update without a first or last name is refused',
  {
    why: 'A PUT that keeps what it does not get on one shop, and refuses on another, breaks the client that was tested on the lax one.',
    profile: 'shape',
    in: lacks('missing-name-breaks'),
    source: [recorded('me/update#missing-lastname'), code(`${resource}:191`, '2.4.7-p6')],
  },
  ({ 'no last name': noLast, 'no first name': noFirst }) => {
    for (const answer of [noLast, noFirst]) expect(answer).toBeRefusedWith(400, { message: requiredValue })
  },
)

must(
  'PROFILE-12',
  'an update without an e-mail is refused',
  {
    why: 'An account without an e-mail can be neither logged in to nor written to.',
    profile: 'shape',
    source: [code(`${resource}:157`, '2.4.7-p6'), recorded('create/missing-email#call')],
  },
  ({ 'no e-mail': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: /email/i })
  },
)

should(
  'PROFILE-13',
  'an update that holds no customer is refused',
  {
    why: 'A body wrapped wrongly must not be answered as if something had been saved.',
    profile: 'shape',
    source: [
      code('module-webapi/Controller/Rest/ParamsOverrider.php:104', '2.4.7-p6'),
      code(`${resource}:157`, '2.4.7-p6'),
    ],
  },
  ({ 'no customer': answer }) => {
    // Which part is named is left open: the forced id makes a customer of the empty body.
    expect(answer).toBeRefusedWith(400)
  },
)

must(
  'PROFILE-14',
  'nobody changes to an e-mail that another account has, in whatever case it is written',
  {
    why: 'Two accounts with one e-mail leave open which of them a login or a reset link opens: the other customer’s, at worst.',
    source: [code(`${resource}:163`, '2.4.7-p6'), recorded('create/duplicate-email-other-case#again')],
  },
  ({ 'e-mail of the other': same, 'e-mail of the other in capitals': capitals }) => {
    for (const answer of [same, capitals]) expect(answer).toBeRefusedWith(400, { message: duplicateEmail })
  },
)

must(
  'PROFILE-15',
  'without a token no profile is changed',
  {
    why: 'Anybody could rename customers or redirect their mails.',
    profile: 'shape',
    source: [code('module-customer/etc/webapi.xml:137', '2.4.7-p6'), verified('refusals')],
  },
  ({ 'without a token': answer }) => {
    expect(answer).toBeUnauthorized()
  },
)

must(
  'PROFILE-16',
  'a refused update changes nothing',
  {
    why: 'A form with an error on it must have changed nothing; half a change is noticed on the invoice.',
    source: [code(`${resource}:163`, '2.4.7-p6'), code(`${resource}:191`, '2.4.7-p6')],
  },
  ({ create, me }) => expectSameProfile(me, create),
)
