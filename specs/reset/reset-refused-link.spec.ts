import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { invalidValue } from '../shared/messages.ts'
import { expectNoSuchCustomer } from '../shared/no-such.ts'
import { resetRefused } from './reset-refused.scenario.ts'

const whyBrokenLink = 'With this error, clients distinguish a broken link from a server failure, and offer a new link.'

const { should, may } = requirementsOf(resetRefused)

should(
  'RESET-53',
  'A link check for customer 0 is rejected as an invalid id',
  {
    why: whyBrokenLink,
    source: [
      recorded('reset/whole#validate-id-0'),
      code('module-customer/Model/AccountManagement.php:1188', '2.4.7-p6'),
    ],
  },
  ({ 'link of customer 0': link }) => {
    expect(link).toBeRefusedWith(400, { message: invalidValue, parameters: { value: 0, fieldName: 'customerId' } })
  },
)

may(
  'RESET-54',
  'A link check for a negative id is rejected: as unknown, or as invalid before 2.3.7-p3 and 2.4.3-p2',
  {
    why: whyBrokenLink,
    source: [verified('reset-links'), code('module-customer/Model/AccountManagement.php:1186', '2.3.7-p2')],
  },
  ({ 'link of a negative id': link }, shop) => {
    if (shop.is(has('negative-id-is-unknown'))) expectNoSuchCustomer(link, -1)
    else
      expect(link).toBeRefusedWith(400, { message: invalidValue, parameters: { value: -1, fieldName: 'customerId' } })
  },
)

should(
  'RESET-55',
  'A link check for an unknown id is rejected with 404, naming the id',
  { why: whyBrokenLink, source: [recorded('reset/whole#validate-other-id'), verified('reset-links')] },
  ({ 'link of an unknown id': link }) => {
    expectNoSuchCustomer(link, 2_147_483_647)
  },
)

should(
  'RESET-56',
  'A link check for an id that is not a number is rejected with 400',
  {
    why: 'If the id were read as 0 or cut to a number, a broken link would check another customer.',
    source: [verified('reset-links'), code('framework/Reflection/TypeProcessor.php:500', '2.4.7-p6')],
  },
  ({ 'link of no number': link }) => {
    expect(link).toBeRefusedWith(400, {
      message: 'The "abc" value\'s type is invalid. The "int" type was expected. Verify and try again.',
    })
  },
)
