import type { Session } from '../session.ts'

export async function lookingUp({ ask }: Session) {
  await ask('listCountries', 'The first three', { first: 3 })
  await ask('getCountry', 'A country with regions', { path: { countryId: 'US' } })
  await ask('getCountry', 'There is none', { path: { countryId: 'ZZ' } })
  await ask('getCurrency', 'The currency')
  await ask('getSchema', 'The head of it', {
    query: { services: 'integrationCustomerTokenServiceV1' },
    emptied: ['paths', 'definitions'],
  })
  await ask('getVersion', 'The edition')
}
