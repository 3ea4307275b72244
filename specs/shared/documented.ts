import { readFileSync } from 'node:fs'
import { packageFile } from '../../src/shared/package-file.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The tutorial's response to creating a customer. */
const answer = JSON.parse(readFileSync(packageFile('fixtures/documented/create-customer.answer.json'), 'utf8')) as Json

export type JsonType = 'string' | 'integer' | 'boolean' | 'object' | 'array'

/** All JSON pointers in the documented response, with their JSON types. */
export const documentedPlaces: readonly { readonly pointer: string; readonly type: JsonType }[] = placesOf(answer, '')

/** Documented pointers whose values differ by account or time. */
export const ownOfEachAccount: readonly string[] = [
  '/id',
  '/email',
  '/default_billing',
  '/default_shipping',
  '/created_at',
  '/updated_at',
  '/addresses/0/id',
  '/addresses/0/customer_id',
]

/** All documented pointers to single values. */
export const documentedValues: readonly string[] = documentedPlaces
  .filter(({ type }) => type !== 'object' && type !== 'array')
  .map(({ pointer }) => pointer)
  .concat('/addresses/0/street')

function placesOf(value: Json, pointer: string): { pointer: string; type: JsonType }[] {
  const inner = isContainer(value)
    ? Object.entries(value).flatMap(([key, child]) => placesOf(child, `${pointer}/${key}`))
    : []
  return pointer === ''
    ? inner
    : [{ pointer, type: typeOf(value) }, ...(typeOf(value) === 'object' ? inner : listOf(inner, value))]
}

/** Descends into a list only if its entries are objects; the lines of a street are not compared singly. */
function listOf<T>(inner: T[], value: Json): T[] {
  return Array.isArray(value) && value.every(isContainer) ? inner : []
}

function isContainer(value: Json): value is Json[] | { [key: string]: Json } {
  return typeof value === 'object' && value !== null
}

function typeOf(value: Json): JsonType {
  if (Array.isArray(value)) return 'array'
  return typeof value === 'number' ? 'integer' : (typeof value as JsonType)
}
