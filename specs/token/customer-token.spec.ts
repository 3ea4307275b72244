import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { expectTwoTokens } from '../shared/distinct.ts'
import { expectSameProfile } from '../shared/profile.ts'
import { customerToken } from './customer-token.scenario.ts'

const { must, should } = requirementsOf(customerToken)

must(
  'TOKEN-12',
  'A token opens the profile of the customer it was issued to',
  {
    why: 'Customers need tokens to read their own data. Access to another profile is the worst failure of an account API.',
    source: [doc('order-create-customer#get-token'), recorded('token/valid#me-first')],
  },
  ({ create, me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
    expect(me.at('/email')).toEqual(create.at('/email'))
  },
)

must(
  'TOKEN-13',
  'The profile read with a token equals the response to the registration',
  {
    why: 'Otherwise a client that keeps the registration response displays other data than one that reads the profile.',
    source: [recorded('bearer/reach#me'), verified('reading-and-writing-the-profile')],
  },
  ({ create, me }) => {
    expectSameProfile(me, create)
  },
)

must(
  'TOKEN-14',
  'A second login does not revoke the first token; both open the same account',
  {
    why: 'Otherwise a customer with a phone and a laptop is logged out on one by a login on the other, even during checkout.',
    source: [
      code('module-integration/Model/CustomerTokenService.php:98', '2.4.7-p6'),
      recorded('token/valid#me-first'),
      recorded('token/valid#me-second'),
    ],
  },
  ({ create, issue, 'issue again': again, me, 'me with the second token': second }) => {
    expect(again).toSucceed()
    expectTwoTokens(issue, again)
    for (const answer of [me, second]) {
      expect(answer).toSucceed()
      expect(answer.at('/id')).toEqual(create.at('/id'))
    }
  },
)

must(
  'TOKEN-15',
  'The session cookies of a login give no access; only the token does',
  {
    why: 'Browsers send cookies automatically, also from pages of other sites. With access by cookie, any page could act for the customer.',
    source: [
      code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6'),
      verified('sessions-and-rest'),
    ],
  },
  ({ 'me with the cookies': me }) => {
    expect(me).toBeUnauthorized()
  },
)

should(
  'TOKEN-16',
  'A login through the store code "all" returns a token',
  {
    why: 'Clients that manage several stores log in through "all"; older releases reject such a login.',
    in: has('all-path-is-the-default-website'),
    source: [
      code('module-customer/Model/CustomerRegistry.php:108', '2.4.7-p6'),
      recorded('protocol/token-on-all#token'),
      thread('magento/magento2#29939'),
    ],
  },
  ({ 'through all': all }, shop) => {
    if (shop.probe('own website', false))
      inapplicable('the accounts of the run belong to another website than the default one')
    expect(all).toSucceed()
    expect(all.at('')).toBeOfType('string')
  },
)
