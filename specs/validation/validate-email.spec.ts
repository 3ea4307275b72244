import { any, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { recorded, verified } from '../../src/judge/source.ts'
import { validateEmail } from './validate-email.scenario.ts'

const whyUnreachable =
  'An account whose e-mail cannot be reached gets no order confirmation and no reset link; nobody notices before the customer needs one.'

const { must, should, may } = requirementsOf(validateEmail)

// What stands in the quotes is the shop's own label of the field.
const noEmail = /^".+" is not a valid email address\.$/m
const noHost = /^".+" is not a valid hostname\.$/m
const tooLong = /^".+" uses too many characters\.$/m

must(
  'VALID-01',
  'an e-mail without @ is refused',
  {
    why: whyUnreachable,
    profile: 'shape',
    source: [recorded('create/email-no-at#call'), recorded('create/email-no-domain#call')],
  },
  ({ 'without @': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: noEmail })
  },
)

must(
  'VALID-02',
  'an e-mail with two @, or with a blank within, is refused',
  { why: whyUnreachable, source: [recorded('create/email-two-ats#call'), recorded('create/email-space#call')] },
  ({ 'with two @': two, 'with a blank within': blank }) => {
    expect(two).toBeRefusedWith(400, { message: noEmail })
    expect(blank).toBeRefusedWith(400, { message: noEmail })
  },
)

should(
  'VALID-03',
  'an e-mail with a blank behind is refused, not trimmed',
  {
    why: 'A client that relies on trimming loses customers here: the form has to trim what was pasted with a blank.',
    source: [recorded('create/email-trailing-space#call'), verified('e-mail-addresses')],
  },
  ({ 'with a blank behind': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: noHost })
  },
)

should(
  'VALID-04',
  'an e-mail of the local network is refused for its host',
  { why: whyUnreachable, source: [recorded('create/email-no-tld#call'), verified('e-mail-addresses')] },
  ({ 'in the local network': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: noHost })
  },
)

should(
  'VALID-05',
  'an e-mail of more characters than there may be is refused for that',
  {
    why: 'Cut to what the column holds, the e-mail would be another, and mails would go to a stranger or nowhere.',
    source: [recorded('create/email-long#call'), verified('e-mail-addresses')],
  },
  ({ 'too long': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: tooLong })
  },
)

may(
  'VALID-06',
  'an e-mail with a letter beyond ASCII before the @ is refused; from 2.4.7 it is accepted',
  {
    why: 'A form that accepts what the shop refuses, or the other way round, turns customers away at the last step; from 2.4.7 such addresses have to be expected in exports.',
    in: any(lacks('email-host-in-other-words'), has('seen-on-php-8')),
    source: [recorded('create/email-unicode-local#call'), verified('e-mail-addresses')],
  },
  ({ 'with a letter beyond ASCII': answer }, shop) => {
    if (shop.is(lacks('email-host-in-other-words'))) expect(answer).toBeRefusedWith(400, { message: noEmail })
    else expect(answer).toSucceed()
  },
)

should(
  'VALID-07',
  'an e-mail with capitals, an apostrophe and a plus is accepted, and comes back as it was sent',
  {
    why: 'Plus tags and capitals are in daily use. Refused, the customer leaves; changed, the mail does not arrive.',
    source: [recorded('create/email-sql#call'), recorded('create/email-upper-case#create')],
  },
  ({ unusual }) => {
    expect(unusual).toSucceed()
    expect(unusual.at('/email')).toEqual(unusual.sent('/customer/email'))
  },
)
