import { any, has, lacks, type ReleaseRange } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf, type Shop } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { validateNames } from './validate-names.scenario.ts'

const whyOrdinaryNames =
  'Some releases reject O’Brien or "Smith & Sons": a form has to know these rules, or customers are turned away without a reason.'

const { must, should } = requirementsOf(validateNames)
const pattern = code('module-customer/Model/Validator/Name.php:18', '2.4.7-p6')

/** From this change on names may only contain certain characters. */
const namesAreChecked = has('names-are-checked')
const namesAreFree = lacks('names-are-checked')

must(
  'VALID-08',
  "Names with letters of any script, digits, spaces and - ' , . are accepted and returned as sent",
  {
    why: 'Most customers have names beyond A to Z. A pattern that rejects the names rejects the orders.',
    source: [recorded('create/firstname-unicode#call'), recorded('create/firstname-digits#call'), pattern],
  },
  ({ common }) => {
    expect(common).toSucceed()
    for (const field of ['firstname', 'lastname'])
      expect(common.at(`/${field}`)).toEqual(common.sent(`/customer/${field}`))
  },
)

must(
  'VALID-09',
  'Names that contain template or page code are rejected',
  {
    why: 'Names are inserted into mails and administrators’ pages. Older releases executed a template directive in a name and gave attackers the shop.',
    in: namesAreChecked,
    source: [
      recorded('create/firstname-directive#call'),
      recorded('create/firstname-script#call'),
      code('module-customer/Model/Validator/Name.php:18', '2.4.2-p1'),
    ],
  },
  ({ 'code in every name': answer }) => {
    expect(answer).toBeRefusedWith(400)
  },
)

should(
  'VALID-10',
  'Invalid names are reported in one message, one line each: first, last, middle',
  {
    why: 'Forms split the message by lines to mark the fields; in another format they mark the wrong ones.',
    in: namesAreChecked,
    source: [recorded('create/firstname-at#call'), verified('names')],
  },
  ({ 'code in every name': answer }, shop) => {
    const lines = ['First Name is not valid!', 'Last Name is not valid!', 'Middle Name is not valid!']
    expect(answer).toBeRefusedWith(400, { message: lines.join('\n') })
    if (shop.is(lacks('validator-messages-are-listed'))) expect(answer.at('/errors')).toBeAbsent()
  },
)

should(
  'VALID-11',
  'A typographic apostrophe in a name is accepted, except from 2.3.7 and 2.4.2-p1 until 2.4.5',
  {
    why: whyOrdinaryNames,
    source: [recorded('create/firstname-unicode#call'), verified('names'), thread('magento/magento2#35469')],
  },
  ({ 'typographic apostrophe': answer }, shop) => {
    expectAccepted(answer, any(namesAreFree, has('names-with-curly-apostrophes')), shop)
  },
)

should(
  'VALID-12',
  'An ampersand in a name is accepted, except from 2.3.7 and 2.4.2-p1 until 2.4.7',
  { why: whyOrdinaryNames, source: [pattern, verified('names')] },
  ({ ampersand: answer }, shop) => {
    expectAccepted(answer, any(namesAreFree, has('names-with-ampersands')), shop)
  },
)

should(
  'VALID-13',
  'Quotation marks in a name are accepted; from 2.4.2-p1 they are rejected',
  {
    why: whyOrdinaryNames,
    source: [code('module-customer/Model/Validator/Name.php:18', '2.4.2-p1'), verified('names')],
  },
  ({ 'quotation marks': answer }, shop) => {
    expectAccepted(answer, lacks('names-without-quotation-marks'), shop)
  },
)

should(
  'VALID-33',
  'A name of an emoji is accepted or rejected with 400; it does not cause an internal error',
  {
    why: 'Phones offer emojis in every field. Where the database refuses them, the customer sees an error without a reason.',
    source: [recorded('create/firstname-emoji#call'), verified('names')],
    next: 'compare the character sets of the database connection (SET NAMES) and of the table customer_entity',
  },
  ({ emoji }) => {
    expect(emoji).toHaveStatus(200, 400).toBeJson()
    if (emoji.status !== 200) return
    expect(emoji.at('/email')).toEqual(emoji.sent('/customer/email'))
    expect(emoji.at('/firstname')).toBeOfType('string')
  },
)

should(
  'VALID-14',
  'A name of 255 characters is accepted; one of 256 characters is rejected',
  {
    why: 'A silently cut name no longer matches passport, invoice and payment.',
    in: namesAreChecked,
    source: [recorded('create/firstname-long-255#call'), recorded('create/firstname-long-256#call')],
  },
  ({ 'at and over the limit': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: 'Last Name is not valid!' })
  },
)

should(
  'VALID-29',
  'From 2.4.9 several messages of a validator are also listed in errors',
  {
    why: 'A client that splits the message by lines can read the list instead, and need not know how they are joined.',
    in: has('validator-messages-are-listed'),
    source: [code('module-customer/Model/Plugin/Webapi/ErrorProcessorPlugin.php', '2.4.9')],
  },
  ({ 'code in every name': answer }) => {
    expect(answer).toBeRefusedWith(400)
    const lines = String(answer.at('/message').value).split('\n')
    expect(answer.at('/errors')).toEqual(lines.map((message) => ({ message, parameters: [] })))
  },
)

function expectAccepted(answer: Exchange, range: ReleaseRange, shop: Shop): void {
  if (!shop.is(range)) {
    expect(answer).toBeRefusedWith(400, { message: /^(First|Last) Name is not valid!$/ })
    return
  }
  expect(answer).toSucceed()
  for (const field of ['firstname', 'lastname'])
    expect(answer.at(`/${field}`)).toEqual(answer.sent(`/customer/${field}`))
}
