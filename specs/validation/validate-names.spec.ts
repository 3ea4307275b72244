import { any, before, has, lacks, type ReleaseRange } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf, type Shop } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { validateNames } from './validate-names.scenario.ts'

const whyOrdinaryNames =
  'O’Brien and "Smith & Sons" are refused by some releases and not by others: a form has to know which, or turn customers away without being able to say why.'

const { must, should } = requirementsOf(validateNames)
const pattern = code('module-customer/Model/Validator/Name.php:18', '2.4.7-p6')

/** From these on names are held to a list of characters. */
const namesAreChecked = has('names-are-checked')
const namesAreFree = lacks('names-are-checked')

must(
  'VALID-08',
  'names of letters of any script, digits, blanks, hyphens, apostrophes, commas and dots are accepted, and come back as sent',
  {
    why: 'Most customers of the world have names beyond A to Z. A pattern that refuses them refuses their orders.',
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
  'names that hold code of a template or a page are refused',
  {
    why: 'Names go into mails and administrators’ pages. A template directive in one was run by the mail of older releases and gave the attacker the shop.',
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
  'wrong names are named in one message, a line each: first, last, middle',
  {
    why: 'The form splits the message by lines to mark the fields; joined otherwise it marks the wrong ones.',
    in: namesAreChecked,
    source: [recorded('create/firstname-at#call'), verified('names')],
  },
  ({ 'code in every name': answer }, shop) => {
    const lines = ['First Name is not valid!', 'Last Name is not valid!', 'Middle Name is not valid!']
    expect(answer).toBeRefusedWith(400, { message: lines.join('\n') })
    // From 2.4.9 on the lines are also listed.
    if (shop.is(before('2.4.9'))) expect(answer.at('/errors')).toBeAbsent()
  },
)

should(
  'VALID-11',
  'a name may hold a typographic apostrophe; not from 2.3.7 and 2.4.2-p1 on until 2.4.5',
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
  'a name may hold an ampersand; not from 2.3.7 and 2.4.2-p1 on until 2.4.7',
  { why: whyOrdinaryNames, source: [pattern, verified('names')] },
  ({ ampersand: answer }, shop) => {
    expectAccepted(answer, any(namesAreFree, has('names-with-ampersands')), shop)
  },
)

should(
  'VALID-13',
  'a name may hold quotation marks; not from 2.4.2-p1 on',
  {
    why: whyOrdinaryNames,
    source: [code('module-customer/Model/Validator/Name.php:18', '2.4.2-p1'), verified('names')],
  },
  ({ 'quotation marks': answer }, shop) => {
    expectAccepted(answer, lacks('names-without-quotation-marks'), shop)
  },
)

should(
  'VALID-14',
  'a name of 255 characters is accepted, one of 256 is refused',
  {
    why: 'A name cut without a word no longer matches passport, invoice and payment.',
    in: namesAreChecked,
    source: [recorded('create/firstname-long-255#call'), recorded('create/firstname-long-256#call')],
  },
  ({ 'at and over the limit': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: 'Last Name is not valid!' })
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
