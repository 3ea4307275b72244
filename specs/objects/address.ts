import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { show } from '../../src/recording/show.ts'

/**
 * Returns the place of the address with this city in a customer's response: not every release keeps the order of
 * addresses.
 * @returns a JSON pointer, e.g. `/addresses/1`
 */
export function addressIn(customer: Exchange, city: string): string {
  const { value } = customer.at('/addresses')
  const index = Array.isArray(value) ? value.findIndex((address) => address?.city === city) : -1
  if (index < 0) throw new Unmet(`an address in ${city} among the customer’s addresses`, show(value), customer)
  return `/addresses/${index}`
}
