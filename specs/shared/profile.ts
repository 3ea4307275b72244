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

/** An id that no shop has given away yet, for customers and addresses alike. */
export const unknownId = 2147483000

/**
 * What a profile update has to hold in every release. The website belongs to it: releases before 2.3.6-p1 and
 * 2.4.1-p1 refuse an update without it.
 * @param created the answer that made the account
 */
export function profile({ email, firstname, lastname }: Account, created: Exchange, changes: Json = {}) {
  return { customer: { email, firstname, lastname, website_id: idAt(created, '/website_id'), ...changes } }
}

/** A customer's fields that any two reads show alike; what modules add and the last change's time are left out. */
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

/** Those that every customer has: an answer that lacks one is nothing to compare another with. */
const ofEvery: readonly string[] = ['id', 'group_id', 'created_at', 'email', 'firstname', 'lastname', 'website_id']

type Field = (typeof fields)[number] | 'addresses'

/** @param at where in the answer the customer stands */
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

/** The addresses of an answer's customer with the fields that Magento itself gives them, by id. */
export function addressesOf(exchange: Exchange, at = ''): Json[] {
  const { value } = exchange.at(`${at}/addresses`)
  const list = Array.isArray(value) ? value : []
  return list.map(knownAddress).sort((a, b) => Number(a.id) - Number(b.id))
}

/**
 * The addresses of an answer's customer, to be sent again.
 * @returns in place of those that the answer lacks, what makes a request with them stay unsent
 */
export function addressesFrom(answer: Exchange): [Json, ...Json[]] {
  const [first, ...others] = addressesOf(answer).filter(({ id }) => Number(id) > 0)
  return [oneFrom(answer, first, 'an address with an id'), ...others]
}

/** An address without what modules add to it. */
function knownAddress(address: unknown): Json {
  const all = Object(address) as Json
  return Object.fromEntries(addressFields.filter((field) => field in all).map((field) => [field, all[field]]))
}

/** An answer that is the address which a customer's answer names as its default, marked as such. */
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

/** The refusal of an id that does not exist. Whether the id comes back as a number or a text differs by release. */
export function expectNotFound(answer: Exchange, fieldName: string, id: number): void {
  expect(answer).toBeRefusedWith(404, { message: noSuchEntity })
  expect(answer.at('/parameters/fieldName')).toEqual(fieldName)
  expect(answer.at('/parameters/fieldValue')).toBeOneOf(id, String(id))
}

/** A group that a customer is not in: two of the three that every shop has from the start. */
export const otherGroup = (customer: Exchange): number =>
  fromGiven(idAt(customer, '/group_id'), (group) => (group === 3 ? 2 : 3))
