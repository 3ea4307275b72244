import { all, any, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import { emailMissing, emailRequired, required, requiredValue } from '../shared/messages.ts'
import { createRefused } from './create-refused.scenario.ts'

const whyToldToTheCustomer =
  'A storefront that displays the message tells the customer which field to fill in; an internal error only sends the developer to the logs.'

const { must, should } = requirementsOf(createRefused)

/** 2.3.1 to 2.3.3 fail with an internal error for a missing field instead of naming it. */
const namesMissingTexts = lacks('missing-name-breaks')

/** From PHP 8.1 on a missing value can cause another error; the recorded shops of these releases ran on PHP 7.4. */
const seenOnOldPhpOnly = all(has('runs-on-php-8'), lacks('seen-on-php-8'))

must(
  'CREATE-13',
  'A registration without `customer` is rejected with status 400; the error names `customer` as missing',
  {
    why: 'Developers see at once that the body is wrapped wrongly, instead of looking for an e-mail that they did send.',
    profile: 'shape',
    source: [recorded('create/missing-customer#call'), recorded('create/no-body#call')],
  },
  ({ 'without customer': answer }) => {
    expect(answer).toBeRefusedWith(400, required('customer'))
  },
)

must(
  'CREATE-14',
  'A missing first or last name is rejected with status 400; the message says which of the two is missing',
  {
    why: 'The form has to mark the missing field. Without the field’s name, the customer cannot correct it and gives up.',
    profile: 'shape',
    in: namesMissingTexts,
    source: [
      recorded('create/missing-firstname#call'),
      recorded('create/missing-lastname#call'),
      recorded('create/null-firstname#call'),
    ],
  },
  ({ 'without first name': first, 'without last name': last }) => {
    // The text in quotes is the shop's label of the field.
    for (const answer of [first, last]) expect(answer).toBeRefusedWith(400, { message: requiredValue })
    expect(last.at('/message')).toBe(
      'another label than for the first name',
      (text) => text !== first.at('/message').value,
    )
  },
)

should(
  'CREATE-15',
  'The message for a missing name contains the label of a stock shop: "First Name" or "Last Name"',
  {
    why: 'Many storefronts display this text unchanged; customers know the field by the label on the page.',
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
  'An empty e-mail is rejected with status 400; the message says that the e-mail is missing',
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
  'A registration without e-mail and password is rejected with 400; the message says the e-mail is missing',
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
      inapplicable('the response of this release to a missing e-mail on PHP 8 is unknown')
    expect(answer).toBeRefusedWith(400, {
      message: shop.is(has('missing-email-in-other-words')) ? emailRequired : emailMissing,
    })
  },
)

must(
  'CREATE-18',
  'A registration with a password but no e-mail is rejected with 400; the message names the missing e-mail',
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
  'A registration with a password but no e-mail is rejected, possibly with a masked internal error (500)',
  {
    why: 'Whichever error is returned, no account may be created: it could neither log in nor receive mail.',
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
  'Two simultaneous registrations with the same e-mail create at most one account',
  {
    why: 'A double click on the button is enough. Two accounts for one e-mail split the customer’s orders, and support has to merge them by hand.',
    source: [code('module-customer/Model/AccountManagement.php:923', '2.4.7-p6'), verified('registration')],
  },
  ({ 'one of two': one, 'other of two': other }) => {
    if (one.status === 200 && other.status === 200) throw new Unmet('one account', 'two answers of 200', other)
    for (const answer of [one, other]) expect(answer).toHaveStatus(200, 400, 500)
  },
)

must(
  'CREATE-41',
  'A registration rejected for a missing name creates no account: the same e-mail can register again',
  {
    why: 'The customer corrects the form and sends it again; a leftover account would return the error that the e-mail is taken.',
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
  'An empty name is treated as missing',
  {
    why: 'Forms send an empty string for a field left blank. If it is accepted, invoices and labels are printed without a name.',
    profile: 'shape',
    in: namesMissingTexts,
    source: [recorded('create/empty-firstname#call'), recorded('create/empty-lastname#call')],
  },
  ({ 'with empty names': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: new RegExp(requiredValue, 'm') })
  },
)
