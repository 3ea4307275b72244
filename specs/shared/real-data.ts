import { expect } from '../../src/judge/expect.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { documentedAddress } from './payload.ts'

type Json = Record<string, unknown>

/** A customer's fields besides the e-mail, with values as real people have them: other scripts, leading zeros, hyphens. */
export const realCustomer = {
  firstname: 'Łucja Zoë',
  lastname: 'Muñoz-Sørensen',
  middlename: 'Ольга',
  prefix: 'Dr.',
  suffix: 'III',
  taxvat: '0123-456',
  gender: 2,
  dob: '1990-02-28',
}

/** The same fields, each with another value. */
export const changedCustomer = {
  firstname: 'Jean-Luc',
  lastname: 'O Neill',
  middlename: '山田',
  prefix: 'Prof.',
  suffix: 'Sr.',
  taxvat: '0098-765',
  gender: 1,
  dob: '1985-12-01',
}

/** An address's fields besides country and region, in the spelling of an answer. */
export const realAddress = {
  firstname: 'Łucja',
  lastname: 'Muñoz-Sørensen',
  middlename: 'Ольга',
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

/** The same fields, each with another value. */
export const changedAddress = {
  firstname: 'Jean-Luc',
  lastname: 'O Neill',
  middlename: '山田',
  prefix: 'Prof.',
  suffix: 'Sr.',
  street: ['7 Rue de l’Île', '2nd floor'],
  city: 'Villeneuve-sur-Lot',
  postcode: '00501',
  telephone: '030 555-0100',
  company: 'Müller & Co. KG',
  fax: '0044 20 34',
  vat_id: 'DE0987',
}

const spelt = ({ vat_id, ...others }: Json): Json => (vat_id === undefined ? others : { ...others, vatId: vat_id })

/** The address of the documentation with these values, for a registration. */
export const addressWith = (values: Json): Json => documentedAddress(spelt(values))

/**
 * Expects each of these fields at its place, with the value that a request sent: a shop that takes others than these
 * was sent those.
 * @param place pointer of the object that holds them
 * @param sent the request, and the pointer of the object in it
 * @throws Unmet for the first that is missing or different
 */
export function expectValues(answer: Exchange, place: string, values: Json, sent: [by: Exchange, at: string]): void {
  const [by, at] = sent
  for (const field of Object.keys(values)) {
    const spellings = [field, ...Object.keys(spelt({ [field]: 0 }))].map((name) => by.sent(`${at}/${name}`))
    const found = spellings.find(({ exists }) => exists)
    expect(answer.at(`${place}/${field}`)).toEqual(found ?? values[field])
  }
}
