import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { expectToken } from '../shared/logged-in.ts'
import { tokenMismatched } from '../shared/messages.ts'
import { resetLink } from './reset-link.scenario.ts'

const { must } = requirementsOf(resetLink)

must(
  'RESET-21',
  'the token of a welcome mail’s link is valid',
  {
    source: [
      doc('order-create-customer'),
      verified('verified.md (a) 13.1'),
      recorded('admin/create-without-password#set-password'),
    ],
  },
  ({ link }) => {
    expect(link).toAnswer(true)
  },
)

must(
  'RESET-22',
  'a token is not valid for another customer',
  {
    source: [verified('verified.md (b) N8'), code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6')],
  },
  ({ 'link for another customer': link }) => {
    expect(link).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-23',
  'the valid token of another customer sets no password',
  {
    source: [recorded('reset/token-of-another#cross'), verified('verified.md (b) N7')],
  },
  ({ 'token of another customer': reset }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-24',
  'a token in other case, or without its end, is refused',
  {
    source: [verified('verified.md (b) N7'), code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6')],
  },
  ({ 'token in other case': otherCase, 'token cut short': short }) => {
    expect(otherCase).toBeRefusedWith(400, { message: tokenMismatched })
    expect(short).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-29',
  'neither looking at a link nor attempts that are refused use it up',
  {
    source: [verified('verified.md (b) N7'), recorded('reset/refused#upper-email'), recorded('reset/whole#validate')],
  },
  ({ 'link after the refusals': link, 'link after the weak passwords': afterWeak }) => {
    expect(link).toAnswer(true)
    expect(afterWeak).toAnswer(true)
  },
)

must(
  'RESET-30',
  'attempts that are refused set no password: the old one logs in, those refused do not',
  {
    source: [recorded('reset/whole#password-after-initiate'), verified('verified.md (b) N7')],
  },
  ({ 'password after the refusals': login, 'weak password': weak }) => {
    expectToken(login)
    expect(weak).toHaveStatus(400, 401).toBeJson().toMatchSchema('error')
  },
)

must(
  'RESET-31',
  'a welcome mail’s link sets a new password, which logs in while the old one no longer does',
  {
    source: [
      verified('verified.md (a) 13.1'),
      recorded('admin/create-without-password#set-password'),
      recorded('reset/whole#old-password'),
    ],
  },
  ({ reset, 'old password': old, 'new password': login }) => {
    expect(reset).toAnswer(true)
    expectToken(login)
    expect(old).toBeRefusedWith(401)
  },
)

must(
  'RESET-32',
  'a link that was used is valid no more',
  {
    source: [
      recorded('reset/whole#validate-used'),
      code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6'),
    ],
  },
  ({ 'link once more': link }) => {
    expect(link).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-33',
  'a link sets a password once and never again, nor does an empty token when none is pending',
  {
    source: [recorded('reset/whole#reuse'), code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6')],
  },
  (read) => {
    expect(read['reset once more']).toBeRefusedWith(400, { message: tokenMismatched })
    expect(read['empty token']).toBeRefusedWith(400)
    expect(read['password of the second reset']).toBeRefusedWith(401)
  },
)

must(
  'RESET-34',
  'the e-mail’s case does not matter when a password is reset',
  {
    source: [recorded('reset/refused#upper-email'), verified('verified.md (b) N6')],
  },
  ({ 'e-mail in capitals': reset }) => {
    expect(reset).toAnswer(true)
  },
)
