import type { JsonObject } from '../../shared/json/object.ts'
import type { Namespace } from './pairing.ts'

/**
 * Returns what kind of object an id belongs to.
 * @param place a JSON pointer, with `*` for list indexes
 * @param parent the object with the field
 * @returns undefined if the field is no id
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
