import { rule, service } from '../../faults/change.ts'
import { answeringRegistration, refuse, registering } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'

const missing = (fieldName: string) => refuse(400, '"%fieldName" is required. Enter and try again.', { fieldName })

export const createPlaceFaults = faults([
  {
    id: 'country-refused',
    does: 'an address with an unknown country is rejected',
    breaks: ['CREATE-38', 'BIND-24'],
    origin: '2.3.2',
    change: rule('badCountryIsDropped', false),
  },
  {
    id: 'country-dropped-early',
    does: 'an address with an unknown country is dropped in releases before 2.3.3',
    breaks: ['CREATE-38'],
    release: '2.3.2',
    change: rule('badCountryIsDropped', true),
  },
  {
    id: 'url-store-counts',
    does: 'an account is created in the store of the URL',
    breaks: ['CREATE-32'],
    origin: '2.2.5',
    change: answeringRegistration((customer, input, { store }) =>
      store.id === 0 && !input.store_id ? { ...customer, store_id: 0, website_id: 0, created_in: 'Admin' } : undefined,
    ),
  },
  {
    id: 'store-not-for-visitors',
    does: 'a visitor’s registration with a store id is rejected',
    breaks: ['CREATE-33'],
    change: registering(({ website_id: website, store_id: store }) =>
      website && store ? missing('admin') : undefined,
    ),
  },
  {
    id: 'unknown-website-is-default',
    does: 'an unknown website is replaced by the default website',
    breaks: ['CREATE-34', 'AVAILABLE-08'],
    change: service(
      'websiteById',
      (find, shop) => (id) => (shop.store.websites.some((website) => website.id === id) ? find(id) : find(1)),
    ),
  },
  {
    id: 'unknown-store-is-default',
    does: 'an unknown store view is replaced by the default store view',
    breaks: ['CREATE-35'],
    change: service(
      'storeById',
      (find, shop) => (id) => (shop.store.stores.some((store) => store.id === id) ? find(id) : find(1)),
    ),
  },
  {
    id: 'redirect-repeated',
    does: 'the response to a registration repeats the redirect URL',
    breaks: ['CREATE-36'],
    change: answeringRegistration((customer, _, { arguments: { redirectUrl } }) =>
      redirectUrl ? { ...customer, redirectUrl } : undefined,
    ),
  },
  {
    id: 'redirect-unknown',
    does: 'a registration with a redirect URL is rejected',
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
    id: 'group-not-for-administrators',
    does: 'an administrator’s request with a customer group is rejected',
    breaks: ['CREATE-39', 'CREATE-40', 'ADMIN-24', 'ADMIN-37'],
    change: registering(({ group_id: group }, { user }) =>
      user?.type === 'admin' && group
        ? refuse(401, "The consumer isn't authorized to access %resources.", { resources: 'Magento_Customer::manage' })
        : undefined,
    ),
  },
  {
    id: 'unknown-group-stored',
    does: 'an unknown customer group is stored',
    breaks: ['CREATE-40', 'ADMIN-28'],
    origin: 'magento/magento2#28064',
    change: rule('unknownGroupIsRefused', false),
  },
])
