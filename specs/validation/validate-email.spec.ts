import { any, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { recorded, verified } from '../../src/judge/source.ts'
import { invalidEmail } from '../shared/messages.ts'
import { validateEmail } from './validate-email.scenario.ts'

const whyUnreachable =
  'An account with an unreachable e-mail gets no order confirmation and no reset link, which is noticed only when the customer needs one.'

const { must, should, may } = requirementsOf(validateEmail)

// The text in quotes is the shop's label of the field.
const noHost = /^".+" is not a valid hostname\.$/m
const tooLong = /^".+" uses too many characters\.$/m

must(
  'VALID-01',
  'An e-mail without @ is rejected',
  {
    why: whyUnreachable,
    profile: 'shape',
    source: [recorded('create/email-no-at#call'), recorded('create/email-no-domain#call')],
  },
  ({ 'without @': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: invalidEmail })
  },
)

must(
  'VALID-02',
  'An e-mail with two @ or with a space inside is rejected',
  { why: whyUnreachable, source: [recorded('create/email-two-ats#call'), recorded('create/email-space#call')] },
  ({ 'with two @': two, 'with a blank within': blank }) => {
    expect(two).toBeRefusedWith(400, { message: invalidEmail })
    expect(blank).toBeRefusedWith(400, { message: invalidEmail })
  },
)

should(
  'VALID-03',
  'An e-mail with a trailing space is rejected, not trimmed',
  {
    why: 'Clients that rely on trimming lose customers here: the form itself has to trim pasted text.',
    source: [recorded('create/email-trailing-space#call'), verified('e-mail-addresses')],
  },
  ({ 'with a blank behind': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: noHost })
  },
)

should(
  'VALID-04',
  'An e-mail with a local host name is rejected; the message names the host',
  { why: whyUnreachable, source: [recorded('create/email-no-tld#call'), verified('e-mail-addresses')] },
  ({ 'in the local network': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: noHost })
  },
)

should(
  'VALID-05',
  'An e-mail that is too long is rejected; the message says so',
  {
    why: 'If it were cut to the size of the column, mails would go to another person or nowhere.',
    source: [recorded('create/email-long#call'), verified('e-mail-addresses')],
  },
  ({ 'too long': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: tooLong })
  },
)

may(
  'VALID-06',
  'An e-mail with a letter outside ASCII before the @ is rejected; from 2.4.7 it is accepted',
  {
    why: 'If form and shop disagree, customers fail at the last step; after the upgrade, exports contain such addresses.',
    in: any(lacks('email-host-in-other-words'), has('seen-on-php-8')),
    source: [recorded('create/email-unicode-local#call'), verified('e-mail-addresses')],
  },
  ({ 'with a letter beyond ASCII': answer }, shop) => {
    if (shop.is(lacks('email-host-in-other-words'))) expect(answer).toBeRefusedWith(400, { message: invalidEmail })
    else expect(answer).toSucceed()
  },
)

should(
  'VALID-07',
  'An e-mail with capitals, an apostrophe and a plus is accepted and returned as sent',
  {
    why: 'Plus tags and capitals are common. If they are rejected, the customer leaves; if they are changed, mail does not arrive.',
    source: [recorded('create/email-sql#call'), recorded('create/email-upper-case#create')],
  },
  ({ unusual }) => {
    expect(unusual).toSucceed()
    expect(unusual.at('/email')).toEqual(unusual.sent('/customer/email'))
  },
)
