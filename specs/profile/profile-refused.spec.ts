import { lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { duplicateEmail, invalidEmail, requiredValue } from '../shared/messages.ts'
import { expectSameProfile } from '../shared/profile.ts'
import { profileRefused } from './profile-refused.scenario.ts'

const { must, should } = requirementsOf(profileRefused)
const resource = 'module-customer/Model/ResourceModel/Customer.php'

must(
  'PROFILE-11',
  'An update without a first or last name is rejected',
  {
    why: 'If one shop keeps the omitted value and another rejects the request, a client tested on the first fails on the second.',
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
  'An update without an e-mail is rejected',
  {
    why: 'An account without an e-mail can neither log in nor receive mails.',
    profile: 'shape',
    source: [code(`${resource}:157`, '2.4.7-p6'), recorded('create/missing-email#call')],
  },
  ({ 'no e-mail': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: /email/i })
  },
)

should(
  'PROFILE-13',
  'An update without a `customer` object is rejected',
  {
    why: 'A wrongly wrapped body must not return success when nothing was saved.',
    profile: 'shape',
    source: [
      code('module-webapi/Controller/Rest/ParamsOverrider.php:104', '2.4.7-p6'),
      code(`${resource}:157`, '2.4.7-p6'),
    ],
  },
  ({ 'no customer': answer }) => {
    // The named part is not checked, because the forced id turns the empty body into a customer.
    expect(answer).toBeRefusedWith(400)
  },
)

must(
  'PROFILE-14',
  'An update to another account’s e-mail is rejected, in any case',
  {
    why: 'If two accounts share an e-mail, a login or reset link may open the other customer’s account.',
    source: [code(`${resource}:163`, '2.4.7-p6'), recorded('create/duplicate-email-other-case#again')],
  },
  ({ 'e-mail of the other': same, 'e-mail of the other in capitals': capitals }) => {
    for (const answer of [same, capitals]) expect(answer).toBeRefusedWith(400, { message: duplicateEmail })
  },
)

should(
  'PROFILE-57',
  'An update to an e-mail without @ is rejected',
  {
    why: 'The account then gets no mail any more, and no link to reset its password.',
    source: [code(`${resource}:191`, '2.4.7-p6'), code('module-customer/etc/validation.xml', '2.4.7-p6')],
  },
  ({ 'e-mail without @': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: invalidEmail })
  },
)

must(
  'PROFILE-15',
  'An update without a token is rejected',
  {
    why: 'Otherwise anybody could rename customers or redirect their mails.',
    profile: 'shape',
    source: [code('module-customer/etc/webapi.xml:137', '2.4.7-p6'), verified('refusals')],
  },
  ({ 'without a token': answer }) => {
    expect(answer).toBeUnauthorized()
  },
)

must(
  'PROFILE-16',
  'A rejected update changes nothing',
  {
    why: 'A form that shows an error must not have changed anything. A partial change is noticed only on the invoice.',
    source: [code(`${resource}:163`, '2.4.7-p6'), code(`${resource}:191`, '2.4.7-p6')],
  },
  ({ create, me }) => expectSameProfile(me, create),
)
