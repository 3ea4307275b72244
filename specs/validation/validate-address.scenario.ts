import type { Account } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'

/** More lines than any shop allows. */
const manyLines = Array.from({ length: 21 }, (_, index) => `Line ${index + 1}`)

export const validateAddress = scenario(
  'validate-address',
  {
    chapter: 'Validation',
    asks: 'visitors register with incomplete or invalid addresses',
    rests: [{ rest: ['second address filled in'], on: ['second address lacks nearly all'], was: 'refused' }],
  },
  async function* ({ register, account }) {
    const create = <const Name extends string>(name: Name, addresses: object[], visitor: Account = account()) =>
      register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, { addresses })))

    const visitor = account()
    const good = documentedAddress()
    yield* create('second address lacks nearly all', [good, { countryId: 'US', region: { regionId: 43 } }], visitor)
    yield* create('second address filled in', [good, documentedAddress({ city: 'Albany' })], visitor)
    yield* create('without city', [documentedAddress({ city: undefined })])
    yield* create('unknown region', [documentedAddress({ region: { regionId: 999_999 } })])
    yield* create('region of another country', [documentedAddress({ region: { regionId: 43 }, countryId: 'DE' })])
    yield* create('too many lines of street', [documentedAddress({ street: manyLines })])
    yield* create('abbreviated city, dotted telephone, odd name', [
      documentedAddress({ firstname: 'J@ne', city: 'St. Louis', telephone: '555.123.4567' }),
    ])
    yield* create('abbreviated city, dotted telephone', [
      documentedAddress({ city: 'St. Louis', telephone: '555.123.4567' }),
    ])
    yield* create('markup in the street', [documentedAddress({ street: ['5 <b>Oak</b> Ave'] })])
  },
)
