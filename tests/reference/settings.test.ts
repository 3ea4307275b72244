import { describe, expect, test } from 'vitest'
import type { Change } from '../../reference/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import type { Result } from '../../src/judge/verdict.ts'
import { inWords, record, red } from '../support/run.ts'

interface ShopSetUp {
  readonly is: string
  readonly settings?: Record<string, string>
  readonly changes?: Change[]
  /** Access that the run does not have. */
  readonly without?: ('admin' | 'mailbox' | 'clock' | 'lockout')[]
  /** SHOULD requirements about values of a stock shop, which rightly warn here. */
  readonly warns?: readonly string[]
  /** The maximum number of requirements that become untestable or inapplicable. */
  readonly loses: number
}

const shops: ShopSetUp[] = [
  { is: 'requires confirmation', settings: { 'customer/create_account/confirm': '1' }, loses: 60 },
  {
    is: 'requires confirmation, and the run is no administrator',
    settings: { 'customer/create_account/confirm': '1' },
    without: ['admin'],
    loses: 500,
  },
  {
    is: 'requires confirmation of a changed e-mail',
    settings: { 'customer/account_information/confirm': '1' },
    loses: 10,
  },
  {
    is: 'shares accounts between websites',
    settings: { 'customer/account_share/scope': '0' },
    warns: ['RESET-57', 'AVAILABLE-07'],
    loses: 10,
  },
  {
    is: 'wants twelve characters of four classes',
    settings: {
      'customer/password/minimum_password_length': '12',
      'customer/password/required_character_classes_number': '4',
    },
    loses: 10,
  },
  {
    is: 'wants six characters of two classes',
    settings: {
      'customer/password/minimum_password_length': '6',
      'customer/password/required_character_classes_number': '2',
    },
    loses: 10,
  },
  {
    is: 'answers the e-mail question truthfully',
    settings: { 'checkout/options/enable_guest_checkout_login': '1' },
    loses: 10,
  },
  {
    is: 'has no limit on reset requests',
    settings: { 'customer/password/password_reset_protection_type': '0' },
    warns: ['RESET-08'],
    loses: 10,
  },
  { is: 'lets tokens live two hours', settings: { 'webapi/jwtauth/customer_expiration': '120' }, loses: 10 },
  { is: 'lets tokens live one minute', settings: { 'webapi/jwtauth/customer_expiration': '1' }, loses: 10 },
  {
    is: 'lets reset links live one hour',
    settings: { 'customer/password/reset_link_expiration_period': '1' },
    warns: ['RESET-43'],
    loses: 10,
  },
  { is: 'takes three street lines', settings: { 'customer/address/street_lines': '3' }, loses: 10 },
  { is: 'needs no telephone', settings: { 'customer/address/telephone_show': 'opt' }, warns: ['VALID-17'], loses: 10 },
  {
    is: 'puts new customers into another group',
    settings: { 'customer/create_account/default_group': '3' },
    loses: 10,
  },
  {
    is: 'locks accounts after five failures',
    settings: { 'customer/password/lockout_failures': '5' },
    without: ['lockout'],
    loses: 10,
  },
  {
    is: 'locks names after ten failures',
    settings: { 'oauth/authentication_lock/max_failures_count': '10' },
    without: ['lockout'],
    loses: 10,
  },
  { is: 'does not sell to the United States', settings: { 'general/country/allow': 'DE,FR,GB' }, loses: 200 },
]

const stocks = new Map<string, Result[]>()

/** Returns the result of a stock shop of the release with the same access. */
async function stockResults(release: string, without: ShopSetUp['without'] = []): Promise<Result[]> {
  const key = `${release} ${without}`
  const known = stocks.get(key) ?? judge(await record({ release, without }), requirements, release)
  stocks.set(key, known)
  return known
}

const releases = ['2.3.7-p4', '2.4.1', '2.4.5-p13', '2.4.7-p6', '2.4.8-p1']

describe.each(shops)('a shop that $is', ({ settings, changes, without, warns = [], loses }) => {
  test.each(releases)('conforms as %s', async (release) => {
    const recording = await record({
      release,
      settings,
      ...(changes ? { changes } : {}),
      ...(without ? { without } : {}),
    })
    const results = judge(recording, requirements, release)
    const surprises = red(recording).filter(({ id, verdict }) => !(verdict === 'warn' && warns.includes(id)))
    expect(surprises.map(inWords)).toEqual([])
    const stock = await stockResults(release, without)
    const count = (list: typeof results) => list.filter(({ verdict }) => verdict === 'pass').length
    expect(count(stock) - count(results)).toBeLessThanOrEqual(loses)
  })
})

test.each(releases)('as %s without any access nothing fails', async (release) => {
  const recording = await record({ release, without: ['admin', 'mailbox', 'clock', 'lockout'] })
  expect(red(recording)).toEqual([])
})
