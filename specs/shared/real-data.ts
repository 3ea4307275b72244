import { isDeepStrictEqual } from 'node:util'
import { expect } from '../../src/judge/expect.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import { strongPassword } from '../../src/perform/account.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { show } from '../../src/recording/show.ts'
import { documentedAddress } from './payload.ts'

type Json = Record<string, unknown>

/**
 * Customer fields besides the e-mail, with realistic values: other scripts (also right to left), leading zeros,
 * hyphens, apostrophes, double spaces.
 */
export const realCustomer = {
  firstname: 'Łucja Zoë',
  lastname: 'Muñoz-Sørensen',
  middlename: 'Ольга',
  prefix: 'Dr.',
  suffix: 'III',
  taxvat: '00123456',
  gender: 2,
  dob: '1990-02-28',
}

/** The same fields with other values. */
export const changedCustomer = {
  // An é in decomposed form, as some phones write it.
  firstname: 'Jean-Rene\u0301',
  // Names of nobility and many Dutch ones begin with a small letter.
  lastname: "van den O'Brien",
  middlename: '山田',
  prefix: 'Prof.',
  suffix: 'Sr.',
  taxvat: 'ie 6388047v',
  gender: 1,
  dob: '1951-12-01',
}

/** Address fields besides country and region, spelled as in responses. */
export const realAddress = {
  firstname: 'Łucja',
  // A name that some programs confuse with null.
  lastname: 'Null',
  middlename: 'שרה',
  prefix: 'Dr.',
  suffix: 'III',
  street: ['12 O’Hare Road', 'Apt. 3/4'],
  city: 'Saint-Étienne',
  postcode: '02134',
  telephone: '+1 (512) 555-0199',
  company: '"Smith & Sons" Ltd.',
  fax: '0049 30 12',
  vat_id: 'GB0123',
}

/** The same fields with other values. */
export const changedAddress = {
  firstname: 'Jean-Luc',
  lastname: "O'Brien",
  middlename: 'ليلى',
  prefix: 'Prof.',
  suffix: 'Sr.',
  street: ['7 Rue de l’Île', '2nd floor'],
  city: "L'Haÿ-les-Roses",
  postcode: '00501',
  telephone: '030 555-0100',
  company: 'Müller & Co.  KG \\ Lager 2, the former branch office of the Berlin port authority',
  fax: '0044 20 34',
  vat_id: 'DE0987',
}

/** A newsletter subscription as in requests. */
export const subscribed = (value: boolean) => ({ extension_attributes: { is_subscribed: value } })

const spelt = ({ vat_id, ...others }: Json): Json => (vat_id === undefined ? others : { ...others, vatId: vat_id })

/** Returns an address with the part before the @ in upper case. */
export function withCapitals(email: string): string {
  const [local = '', domain] = email.split('@')
  return `${local.toUpperCase()}@${domain}`
}

/** Returns an address with the part before the @ in upper case and a plus tag. */
export function withPlusAndCapitals(email: string): string {
  const [local = '', domain] = email.split('@')
  return `${local.toUpperCase()}+Tag@${domain}`
}

/** Returns the documented address with these values, for a registration. */
export const addressWith = (values: Json): Json => documentedAddress(spelt(values))

/**
 * Expects each of these fields with the value that a request sent, which may differ from `values` if the shop requires
 * others.
 * @param place pointer of the object with the fields
 * @param sent the request, and the pointer of the object in it
 * @throws Unmet for the first that is missing or different
 */
export function expectValues(answer: Exchange, place: string, values: Json, sent: [by: Exchange, at: string]): void {
  const [by, at] = sent
  for (const field of Object.keys(values)) {
    const spellings = [field, ...Object.keys(spelt({ [field]: 0 }))].map((name) => by.sent(`${at}/${name}`))
    const found = spellings.find(({ exists }) => exists)
    const shown = answer.at(`${place}/${field}`)
    const wanted = found?.exists ? found.value : values[field]
    const before = valuesBefore.get(values)?.[field]
    if (before !== undefined && isDeepStrictEqual(shown.value, before) && !isDeepStrictEqual(wanted, before))
      throw new Unmet(
        `${show(wanted)} at ${place}/${field}`,
        `${show(before)}, as before the update`,
        answer,
        `${place}/${field}`,
      )
    expect(shown).toEqual(found ?? wanted)
  }
}

/** What the fields held before a request changed them. */
const valuesBefore = new Map<Json, Json>([
  [changedCustomer, realCustomer],
  [changedAddress, realAddress],
])

/**
 * Expects that a response shows the fields of a customer or address as its own request sent them.
 * @param sent pointer of the object in the request
 * @param shown pointer of the object in the response
 * @throws Unmet for the first that is missing or different; Undecided if the request did not send all of these fields
 */
export function expectAsSent(answer: Exchange, sent: string, shown: string, fields: readonly string[]): void {
  const values = fields.flatMap((field) => {
    const place = [field, camelCase(field)].map((name) => answer.sent(`${sent}/${name}`)).find(({ exists }) => exists)
    return place ? [[field, place.value] as const] : []
  })
  if (values.length < fields.length) inapplicable(`"${answer.name}" was not sent all of these fields`)
  expectValues(answer, shown, Object.fromEntries(values), [answer, sent])
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/**
 * Returns a password as from a password manager: with quotes, characters that are special in URLs, HTML and PHP, and an
 * accent.
 */
export const realPassword = (): string => `${strongPassword()} &+%20"\\é`
