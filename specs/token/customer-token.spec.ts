import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, thread, verified } from '../../src/judge/source.ts'
import { untestable } from '../../src/judge/unmet.ts'
import { expectSameProfile } from '../shared/profile.ts'
import { customerToken } from './customer-token.scenario.ts'

const { must, should } = requirementsOf(customerToken)

must(
  'TOKEN-12',
  'a token opens the profile of the customer who logged in',
  {
    why: 'It is what a token is for. Opening another’s profile is the worst an account API can do.',
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
  'what a token opens is what creating the account answered',
  {
    why: 'A client that kept what the registration answered shows something else than the one that asks again.',
    source: [recorded('bearer/reach#me'), verified('reading-and-writing-the-profile')],
  },
  ({ create, me }) => {
    expectSameProfile(me, create)
  },
)

must(
  'TOKEN-14',
  'a second login leaves the first token alive, and both open the same account',
  {
    why: 'A customer with a phone and a laptop would be thrown out of one by logging in on the other, in the middle of a checkout.',
    source: [
      code('module-integration/Model/CustomerTokenService.php:98', '2.4.7-p6'),
      recorded('token/valid#me-first'),
      recorded('token/valid#me-second'),
    ],
  },
  ({ create, issue, 'issue again': again, me, 'me with the second token': second }) => {
    expect(again).toSucceed()
    if (again.json === issue.json) untestable('both logins returned the same token', 'look at TOKEN-11')
    for (const answer of [me, second]) {
      expect(answer).toSucceed()
      expect(answer.at('/id')).toEqual(create.at('/id'))
    }
  },
)

must(
  'TOKEN-15',
  'a session that a login’s cookies carry opens nothing: only the token does',
  {
    why: 'Cookies travel along unasked, also from pages of other sites. If they opened the profile, any page could act for the customer who visits it.',
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
  'from 2.4.1 a login through the store code "all" gives a token',
  {
    why: 'Clients that administer several stores log in through "all"; on older releases they are refused there.',
    in: has('all-path-is-the-default-website'),
    source: [
      code('module-customer/Model/CustomerRegistry.php:108', '2.4.7-p6'),
      recorded('protocol/token-on-all#token'),
      thread('magento/magento2#29939'),
    ],
  },
  ({ 'through all': all }) => {
    expect(all).toSucceed()
    expect(all.at('')).toBeOfType('string')
  },
)
