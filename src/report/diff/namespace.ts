import type { JsonObject } from '../../shared/json/object.ts'
import type { Namespace } from './pairing.ts'

/**
 * Whose id a place holds.
 * @param place a JSON pointer, with `*` for the entries of lists
 * @param parent the object that the place is a field of
 * @returns undefined where it holds none
 */
export function namespaceOf(place: string, parent: JsonObject | undefined): Namespace | undefined {
  const name = place.slice(place.lastIndexOf('/') + 1)
  if (name === 'default_billing' || name === 'default_shipping')
    return parent && 'email' in parent ? 'address' : undefined
  if (name === 'customer_id' || place.endsWith('/token/claims/uid')) return 'customer'
  if (name !== 'id' || !parent) return undefined
  if (place.endsWith('/available_regions/*/id')) return 'region'
  if (place.endsWith('/addresses/*/id')) return 'address'
  if ('customer_id' in parent) return 'address'
  return ['email', 'group_id', 'addresses'].some((field) => field in parent) ? 'customer' : undefined
}
