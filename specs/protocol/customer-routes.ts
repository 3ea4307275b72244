import { has } from '../../release/index.ts'
import type { Shop } from '../../src/judge/requirement.ts'

/** The permission that deleting a customer requires. */
export const deletePermission = (shop: Shop): string =>
  shop.is(has('delete-has-own-permission')) ? 'Magento_Customer::delete' : 'Magento_Customer::manage'
