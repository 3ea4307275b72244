import type { Exchange } from '../recording/exchange.ts'
import type { Probe } from '../recording/recording.ts'
import { lifetimeByGraphql } from '../recording/token/lifetime.ts'
import { type Client, NoAnswer } from './client/client.ts'
import { isPassing } from './client/no-answer.ts'
import { type Ask, get, post } from './client/request.ts'
import { askIfAnswered, askUnrecorded } from './client/unrecorded.ts'

/** Facts about the shop by name, each with the public GraphQL field of `storeConfig` that shows it. */
const fields: Record<string, { field: string; read: (value: unknown) => Probe['value'] | undefined }> = {
  'minimum password length': { field: 'minimum_password_length', read: number },
  'required character classes': { field: 'required_character_classes_number', read: number },
  'confirmation required': { field: 'create_account_confirmation', read: boolean },
  'postcode optional': { field: 'optional_zip_countries', read: (value) => text(value)?.split(',').includes('US') },
  locale: { field: 'locale', read: text },
  'base link URL': { field: 'base_link_url', read: text },
  'secure base link URL': { field: 'secure_base_link_url', read: text },
  [lifetimeByGraphql]: { field: 'customer_access_token_lifetime', read: decimal },
}

/** Countries of the addresses that the suite registers. */
const countries = ['US', 'GB', 'DE']

/**
 * Queries GraphQL `storeConfig` for the settings on which conformance depends. A field that a release lacks is left
 * out; a shop without GraphQL has no probed facts.
 */
export async function probe(client: Client): Promise<Record<string, Probe>> {
  const answers = await Promise.all(
    Object.entries(fields).map(async ([name, { field, read }]) => {
      const answer = await answerTo(client, storeConfig(field))
      return [name, field, read(answer?.at(`/data/storeConfig/${field}`).value)] as const
    }),
  )
  const allowed = await Promise.all(countries.map((country) => allowsCountry(client, country)))
  const known = answers.flatMap(([name, field, value]) =>
    value === undefined ? [] : [[name, { value, from: `GraphQL storeConfig.${field}` }] as const],
  )
  return Object.fromEntries([...known, ...allowed.flat()])
}

/**
 * Tests whether the suite's addresses can be used: a shop drops an address of a country it does not allow, and region
 * ids may be numbered differently.
 */
async function allowsCountry(client: Client, country: string): Promise<[string, Probe][]> {
  const path = `/V1/directory/countries/${country}`
  const answer = await answerTo(client, get(path))
  if (answer?.status !== 200 && answer?.status !== 404) return []
  // A mock may have no directory, which says nothing about addresses.
  if (answer.status === 404 && !(await listsCountries(client))) return []
  const regions = answer.at('/available_regions').value as { id: string; code: string }[] | undefined
  // A list without any code is invented by a mock.
  const listed = Array.isArray(regions) ? regions.filter(({ code }) => code) : []
  const renumbered =
    country === 'US' && listed.length > 0 && !listed.some(({ id, code }) => String(id) === '43' && code === 'NY')
  return [[`country ${country}`, { value: answer.status === 200 && !renumbered, from: `GET ${path}` }]]
}

async function listsCountries(client: Client): Promise<boolean> {
  const list = await answerTo(client, get('/V1/directory/countries?fields=id'))
  return list?.status === 200 && Array.isArray(list.json)
}

/** Queries GraphQL `storeConfig` for one field, so that a field that a release lacks does not affect the others. */
export const storeConfig = (field: string): Ask =>
  post('/graphql', { query: `{ storeConfig { ${field} } }` }, { from: 'base' })

async function answerTo(client: Client, request: Ask): Promise<Exchange | undefined> {
  try {
    return await askUnrecorded(client, request)
  } catch (error) {
    // Retried once: without the fact the shop would be judged as a stock shop.
    if (isPassing(error)) return askIfAnswered(client, request)
    if (error instanceof NoAnswer) return undefined
    throw error
  }
}

function number(value: unknown): number | undefined {
  return value !== null && value !== '' && Number.isInteger(Number(value)) ? Number(value) : undefined
}

function decimal(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined
}

function boolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
