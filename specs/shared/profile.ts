import { isDeepStrictEqual } from 'node:util'
import { expect } from '../../src/judge/expect.ts'
import { firstDifference } from '../../src/judge/first-difference.ts'
import { known, succeeded } from '../../src/judge/known.ts'
import { Undecided, Unmet } from '../../src/judge/unmet.ts'
import type { Account } from '../../src/perform/account.ts'
import { fromGiven, idAt, oneFrom } from '../../src/perform/given.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { show } from '../../src/recording/show.ts'
import { namesOf, pointerOf } from '../../src/shared/json/pointer.ts'
import { noSuchEntity } from './messages.ts'

type Json = Record<string, unknown>

export const mePath = '/V1/customers/me'

/** An id that no customer or address has. */
export const unknownId = 2147483000

/**
 * Returns a minimal profile update for all releases. It includes the website, because releases before 2.3.6-p1 and
 * 2.4.1-p1 refuse an update without it.
 * @param created the response that created the account
 */
export function profile({ email, firstname, lastname }: Account, created: Exchange, changes: Json = {}) {
  return { customer: { email, firstname, lastname, website_id: idAt(created, '/website_id'), ...changes } }
}

/** Customer fields that are the same in each read; without those of modules and the time of the last change. */
const fields = [
  'id',
  'group_id',
  'default_billing',
  'default_shipping',
  'created_at',
  'created_in',
  'dob',
  'email',
  'firstname',
  'lastname',
  'middlename',
  'prefix',
  'suffix',
  'gender',
  'store_id',
  'taxvat',
  'website_id',
  'disable_auto_group_change',
  'extension_attributes/is_subscribed',
] as const

const addressFields = [
  'id',
  'customer_id',
  'region',
  'region_id',
  'country_id',
  'street',
  'company',
  'telephone',
  'fax',
  'postcode',
  'city',
  'firstname',
  'lastname',
  'middlename',
  'prefix',
  'suffix',
  'vat_id',
  'default_shipping',
  'default_billing',
]

/** Fields that all customers have; a response without one cannot be compared with. */
const ofEvery: readonly string[] = ['id', 'group_id', 'created_at', 'email', 'firstname', 'lastname', 'website_id']

type Field = (typeof fields)[number] | 'addresses'

/** @param at pointer of the customer in the response */
export function expectSameProfile(
  actual: Exchange,
  expected: Exchange,
  { at = '', except = [] }: { at?: string; except?: readonly Field[] } = {},
): void {
  expect(actual).toSucceed()
  succeeded(expected)
  for (const field of fields) {
    if (except.includes(field)) continue
    const value = expected.at(`/${field}`)
    const place = expect(actual.at(`${at}/${field}`))
    if (value.exists || ofEvery.includes(field)) place.toEqual(value)
    else place.toBeAbsent()
  }
  if (!except.includes('addresses')) expectSameAddresses(actual, expected, at)
}

/** Compares addresses by id, since their order changed in 2.4.8. */
export function expectSameAddresses(actual: Exchange, expected: Exchange, at = ''): void {
  known(expected.at('/addresses'))
  const [wanted, came] = [addressesOf(expected), addressesOf(actual, at)]
  const list = expect(actual.at(`${at}/addresses`))
  if (wanted.length !== came.length)
    list.toBe(`the addresses of "${expected.name}" (${wanted.length}), ${JSON.stringify(wanted)},`, () => false)
  if (isDeepStrictEqual(came, wanted)) return
  const different = firstDifference(wanted, came)
  const [index = '', ...rest] = namesOf(different.pointer)
  const sent = Object(actual.at(`${at}/addresses`).value) as Json[]
  const place = `${at}/addresses${pointerOf(
    sent.findIndex(({ id }) => id === came[Number(index)]?.id),
    ...rest,
  )}`
  const wantedHere = different.isExpected ? show(different.expected) : 'nothing there'
  throw new Unmet(
    `${wantedHere} at ${place}, as the addresses of "${expected.name}" have it`,
    different.isThere ? show(different.actual) : 'nothing there',
    actual,
    place,
  )
}

/** Returns the addresses of the customer in a response with Magento's own fields, sorted by id. */
export function addressesOf(exchange: Exchange, at = ''): Json[] {
  const { value } = exchange.at(`${at}/addresses`)
  const list = Array.isArray(value) ? value : []
  return list.map(knownAddress).sort((a, b) => Number(a.id) - Number(b.id))
}

/**
 * Returns the addresses of the customer in a response, to be sent again.
 * @returns a marker for a missing address; a request with it is not sent
 */
export function addressesFrom(answer: Exchange): [Json, ...Json[]] {
  const [first, ...others] = addressesOf(answer).filter(({ id }) => Number(id) > 0)
  return [oneFrom(answer, first, 'an address with an id'), ...others]
}

/** Returns an address without fields of modules. */
function knownAddress(address: unknown): Json {
  const all = Object(address) as Json
  return Object.fromEntries(addressFields.filter((field) => field in all).map((field) => [field, all[field]]))
}

/** Expects the address that the customer's response names as its default, marked as default. */
export function expectDefaultAddress(
  actual: Exchange,
  customer: Exchange,
  which: 'default_billing' | 'default_shipping',
): void {
  expect(actual).toSucceed().toMatchSchema('address')
  expect(actual.at(`/${which}`)).toEqual(true)
  const id = known(customer.at(`/${which}`))
  const address = addressesOf(customer).find((candidate) => String(candidate.id) === String(id))
  if (!address)
    throw new Undecided('blocked', `"${customer.name}" has no address ${id}, its ${which}`, { by: customer.name })
  expect(actual.at('')).toBe(`address ${id}, ${JSON.stringify(address)},`, (value) =>
    isDeepStrictEqual(knownAddress(value), address),
  )
}

/** Expects the error for an id that does not exist. Depending on the release, it contains the id as number or text. */
export function expectNotFound(answer: Exchange, fieldName: string, id: number): void {
  expect(answer).toBeRefusedWith(404, { message: noSuchEntity })
  expect(answer.at('/parameters/fieldName')).toEqual(fieldName)
  expect(answer.at('/parameters/fieldValue')).toBeOneOf(id, String(id))
}

/** Returns a group that the customer is not in: one of two that all shops have. */
export const otherGroup = (customer: Exchange): number =>
  fromGiven(idAt(customer, '/group_id'), (group) => (group === 3 ? 2 : 3))
