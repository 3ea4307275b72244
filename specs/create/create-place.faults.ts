import { rule, service } from '../../faults/change.ts'
import {
  answeringRegistration,
  readingRegistration,
  refuse,
  registering,
  without,
} from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'

const missing = (fieldName: string) => refuse(400, '"%fieldName" is required. Enter and try again.', { fieldName })

export const createPlaceFaults = faults([
  {
    id: 'country-refused',
    does: 'an address in a country that is none is refused',
    breaks: ['CREATE-38', 'BIND-24'],
    origin: '2.3.2',
    change: rule('badCountryIsDropped', false),
  },
  {
    id: 'country-dropped-early',
    does: 'an address in a country that is none is left out before 2.3.3',
    breaks: ['CREATE-38'],
    release: '2.3.2',
    change: rule('badCountryIsDropped', true),
  },
  {
    id: 'url-store-counts',
    does: 'the store of the URL is where an account is made',
    breaks: ['CREATE-32'],
    origin: '2.2.5',
    change: answeringRegistration((customer, input, { store }) =>
      store.id === 0 && !input.store_id ? { ...customer, store_id: 0, website_id: 0, created_in: 'Admin' } : undefined,
    ),
  },
  {
    id: 'store-not-for-visitors',
    does: 'a visitor who names a store is refused',
    breaks: ['CREATE-33'],
    change: registering(({ website_id: website, store_id: store }) =>
      website && store ? missing('admin') : undefined,
    ),
  },
  {
    id: 'unknown-website-is-default',
    does: 'an unknown website means the default one',
    breaks: ['CREATE-34', 'AVAILABLE-08'],
    change: service(
      'websiteById',
      (find, shop) => (id) => (shop.store.websites.some((website) => website.id === id) ? find(id) : find(1)),
    ),
  },
  {
    id: 'unknown-store-is-default',
    does: 'an unknown store view means the default one',
    breaks: ['CREATE-35'],
    change: service(
      'storeById',
      (find, shop) => (id) => (shop.store.stores.some((store) => store.id === id) ? find(id) : find(1)),
    ),
  },
  {
    id: 'redirect-repeated',
    does: 'the answer to a registration repeats the page to go on to',
    breaks: ['CREATE-36'],
    change: answeringRegistration((customer, _, { arguments: { redirectUrl } }) =>
      redirectUrl ? { ...customer, redirectUrl } : undefined,
    ),
  },
  {
    id: 'redirect-unknown',
    does: 'a registration that names a page to go on to is refused',
    breaks: ['CREATE-36', 'CREATE-37'],
    change: registering((_, { arguments: { redirectUrl } }) =>
      redirectUrl
        ? refuse(400, '"%fieldName" is not supported. Correct the field name and try again.', {
            fieldName: 'redirectUrl',
          })
        : undefined,
    ),
  },
  {
    id: 'subscription-lost',
    does: 'a subscription to the newsletter is not stored with a registration',
    breaks: ['CREATE-37', 'BIND-12', 'BIND-16', 'BIND-22'],
    change: readingRegistration((customer) =>
      customer.extension_attributes ? without(customer, 'extension_attributes') : undefined,
    ),
  },
  {
    id: 'group-not-for-administrators',
    does: 'an administrator who names the group of a new customer is refused',
    breaks: ['CREATE-39', 'CREATE-40', 'ADMIN-24'],
    change: registering(({ group_id: group }, { user }) =>
      user?.type === 'admin' && group
        ? refuse(401, "The consumer isn't authorized to access %resources.", { resources: 'Magento_Customer::manage' })
        : undefined,
    ),
  },
  {
    id: 'unknown-group-stored',
    does: 'a customer group that does not exist is stored',
    breaks: ['CREATE-40', 'ADMIN-28'],
    origin: 'magento/magento2#28064',
    change: rule('unknownGroupIsRefused', false),
  },
])
