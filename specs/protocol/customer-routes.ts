import { from } from '../../release/index.ts'
import type { Shop } from '../../src/judge/requirement.ts'

/** The permission that deleting a customer asks for. */
export const deletePermission = (shop: Shop): string =>
  shop.is(from('2.3.6', '2.4.0-p1')) ? 'Magento_Customer::delete' : 'Magento_Customer::manage'
