import { all, any, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import { emailMissing, emailRequired, required, requiredValue } from '../shared/messages.ts'
import { createRefused } from './create-refused.scenario.ts'

const whyToldToTheCustomer =
  'A storefront that shows the shop’s words tells the customer what to fill in; an internal error sends the developer into the logs instead.'

const { must, should } = requirementsOf(createRefused)

/** 2.3.1 to 2.3.3 stumble over a missing text instead of naming it. */
const namesMissingTexts = lacks('missing-name-breaks')

/** From PHP 8.1 on a missing value can be a failure of its own; of these releases shops on PHP 7.4 were asked. */
const seenOnOldPhpOnly = all(has('runs-on-php-8'), lacks('seen-on-php-8'))

must(
  'CREATE-13',
  'a registration without a customer is refused, and `customer` is named as what is missing',
  {
    why: 'A developer who wrapped the body wrongly is told so at once, instead of hunting for a missing e-mail that was sent.',
    profile: 'shape',
    source: [recorded('create/missing-customer#call'), recorded('create/no-body#call')],
  },
  ({ 'without customer': answer }) => {
    expect(answer).toBeRefusedWith(400, required('customer'))
  },
)

must(
  'CREATE-14',
  'a missing first or last name is refused, and it is said which of the two it is',
  {
    why: 'The form has to mark the field that is missing. Not told which, the customer gives up.',
    profile: 'shape',
    in: namesMissingTexts,
    source: [
      recorded('create/missing-firstname#call'),
      recorded('create/missing-lastname#call'),
      recorded('create/null-firstname#call'),
    ],
  },
  ({ 'without first name': first, 'without last name': last }) => {
    // What stands in the quotes is the shop's own label of the field.
    for (const answer of [first, last]) expect(answer).toBeRefusedWith(400, { message: requiredValue })
    expect(last.at('/message')).toBe(
      'another label than for the first name',
      (text) => text !== first.at('/message').value,
    )
  },
)

should(
  'CREATE-15',
  'a missing name is called by the label that a stock shop has for it',
  {
    why: 'The message is shown as it is by many a storefront, and says to the customer what the field is called on the page.',
    profile: 'shape',
    in: namesMissingTexts,
    source: [recorded('create/missing-firstname#call'), recorded('create/missing-lastname#call')],
  },
  ({ 'without first name': first, 'without last name': last }) => {
    expect(first).toBeRefusedWith(400, { message: '"First Name" is a required value.' })
    expect(last).toBeRefusedWith(400, { message: '"Last Name" is a required value.' })
  },
)

must(
  'CREATE-16',
  'an empty e-mail is refused, and it is said that the e-mail is missing',
  {
    why: whyToldToTheCustomer,
    profile: 'shape',
    source: [recorded('create/empty-email#call'), verified('refused-registrations')],
  },
  ({ 'empty e-mail': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: emailMissing })
  },
)

must(
  'CREATE-17',
  'a registration with neither e-mail nor password is refused, and it is said that the e-mail is missing',
  {
    why: whyToldToTheCustomer,
    profile: 'shape',
    source: [
      code('module-customer/Model/ResourceModel/Customer.php:157', '2.4.7-p6'),
      verified('refused-registrations'),
    ],
  },
  ({ 'without e-mail and password': answer }, shop) => {
    if (shop.is(seenOnOldPhpOnly) && answer.status === 500)
      inapplicable('what this release makes of no e-mail on PHP 8 is not known')
    expect(answer).toBeRefusedWith(400, {
      message: shop.is(has('missing-email-in-other-words')) ? emailRequired : emailMissing,
    })
  },
)

must(
  'CREATE-18',
  'a registration with a password but no e-mail is refused, and it is said that the e-mail is missing',
  {
    why: whyToldToTheCustomer,
    profile: 'shape',
    in: any(lacks('runs-on-php-8'), has('missing-email-in-other-words')),
    source: [
      recorded('create/missing-email#call'),
      recorded('create/null-email#call'),
      verified('refused-registrations'),
    ],
  },
  ({ 'without e-mail': answer }, shop) => {
    expect(answer).toBeRefusedWith(400, {
      message: shop.is(has('missing-email-in-other-words')) ? emailRequired : emailMissing,
    })
  },
)

must(
  'CREATE-19',
  'a registration with a password but no e-mail is refused, if only by a masked failure',
  {
    why: 'Whatever the failure is called, no account may come of it: nobody could log in to it or mail its owner.',
    profile: 'shape',
    in: all(has('runs-on-php-8'), lacks('missing-email-in-other-words')),
    source: [recorded('create/missing-email#call'), verified('refused-registrations')],
  },
  ({ 'without e-mail': answer }) => {
    expect(answer).toHaveStatus(400, 500).toBeJson().toMatchSchema('error')
  },
)

must(
  'CREATE-20',
  'of two registrations of one e-mail at the same moment at most one makes an account',
  {
    why: 'A double click on the button is enough. Two accounts of one e-mail split the orders of one customer, and support has to join them by hand.',
    source: [code('module-customer/Model/AccountManagement.php:923', '2.4.7-p6'), verified('registration')],
  },
  ({ 'one of two': one, 'other of two': other }) => {
    if (one.status === 200 && other.status === 200) throw new Unmet('one account', 'two answers of 200', other)
    for (const answer of [one, other]) expect(answer).toHaveStatus(200, 400, 500)
  },
)

must(
  'CREATE-41',
  'a registration refused for a missing name leaves no account behind: the same e-mail can register again',
  {
    why: 'The customer corrects the form and sends it again; an account left behind answers that the e-mail is taken.',
    in: namesMissingTexts,
    source: [
      code('module-customer/Model/ResourceModel/Customer.php:191', '2.4.7-p6'),
      verified('refused-registrations'),
    ],
  },
  ({ 'with the last name after all': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/email')).toEqual(answer.sent('/customer/email'))
  },
)

must(
  'CREATE-42',
  'an empty name is as good as none',
  {
    why: 'Forms send an empty text for what was not filled in. Let through, invoices and labels go out without a name.',
    profile: 'shape',
    in: namesMissingTexts,
    source: [recorded('create/empty-firstname#call'), recorded('create/empty-lastname#call')],
  },
  ({ 'with empty names': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: new RegExp(requiredValue, 'm') })
  },
)
