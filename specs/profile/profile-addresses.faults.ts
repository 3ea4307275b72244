import { rule } from '../../faults/change.ts'
import { type Body, without } from '../../faults/changes/registrations.ts'
import { owner, updating } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

const marks = ['default_billing', 'default_shipping']

export const profileAddressFaults = faults([
  {
    id: 'addresses-merged',
    does: 'addresses that an update omits from the list are kept instead of deleted',
    breaks: ['PROFILE-30', 'PROFILE-36'],
    change: updating((customer, call, shop) => {
      const { addresses } = customer as { addresses?: Body[] }
      const sent = new Set(addresses?.map(({ id }) => id))
      const others = owner(call, shop).addresses.filter(({ id }) => !sent.has(id))
      return addresses && { ...customer, addresses: [...addresses, ...others] }
    }),
  },
  {
    id: 'new-addresses-dropped',
    does: 'new addresses in an update are not stored',
    breaks: ['PROFILE-54', 'PROFILE-30', 'PROFILE-35'],
    change: updating((customer) => {
      const { addresses } = customer as { addresses?: Body[] }
      return addresses && { ...customer, addresses: addresses.filter(({ id }) => id) }
    }),
  },
  {
    id: 'empty-list-is-nothing',
    does: 'an empty list of addresses is treated as if none was sent',
    breaks: ['PROFILE-36'],
    change: updating((customer) =>
      (customer.addresses as Body[] | undefined)?.length === 0 ? without(customer, 'addresses') : undefined,
    ),
  },
  {
    id: 'fields-not-sent-are-emptied',
    does: 'an update of a stored address empties company, fax and VAT number if they are not sent',
    breaks: ['PROFILE-56'],
    change: updating((customer) => {
      const { addresses } = customer as { addresses?: Body[] }
      const optional = { company: '', fax: '', vat_id: '' }
      return addresses && { ...customer, addresses: addresses.map((address) => ({ ...optional, ...address })) }
    }),
  },
  {
    id: 'first-default-stays',
    does: 'a new address marked as the default does not take the place of the earlier one',
    breaks: ['WHOLE-06', 'PROFILE-51'],
    change: updating((customer, call, shop) => {
      const { addresses } = customer as { addresses?: Body[] }
      const own = owner(call, shop)
      if (!addresses || !own.default_billing) return undefined
      const plain = addresses.map((address) => (address.id ? address : without(address, ...marks)))
      return {
        default_billing: own.default_billing,
        default_shipping: own.default_shipping,
        ...customer,
        addresses: plain,
      }
    }),
  },
  {
    id: 'update-drops-the-second-line',
    does: 'an update stores the first line of a new address’s street only',
    breaks: ['WHOLE-06', 'PROFILE-46', 'PROFILE-52'],
    change: updating((customer) => {
      const { addresses } = customer as { addresses?: Body[] }
      return (
        addresses && {
          ...customer,
          addresses: addresses.map((one) => ({ ...one, street: [one.street].flat().slice(0, 1) })),
        }
      )
    }),
  },
  {
    id: 'default-alone-honoured',
    does: 'an update without addresses can still change the default addresses',
    breaks: ['PROFILE-31'],
    origin: '2.3.0',
    change: rule('defaultsNeedAddresses', false),
  },
  {
    id: 'defaults-unchecked',
    does: 'a default address id that does not belong to the customer is stored',
    breaks: ['PROFILE-32', 'PROFILE-33'],
    origin: '2.4.4-p7',
    change: rule('defaultAddressCheck', 'none'),
  },
  {
    id: 'defaults-checked-against-sent',
    does: 'a default address id is looked up among the addresses sent, not among those stored',
    breaks: ['PROFILE-33'],
    origin: '2.4.7-p3',
    change: rule('defaultAddressCheck', 'submitted'),
  },
  {
    id: 'defaults-checked-early',
    does: '2.4.4-p7 rejects a default address id that does not belong to the customer',
    breaks: ['PROFILE-34'],
    release: '2.4.4-p7',
    origin: '2.4.4-p12',
    change: rule('defaultAddressCheck', 'stored'),
  },
  {
    id: 'unknown-country-dropped-on-update',
    does: 'an address with an unknown country is dropped from an update without an error',
    breaks: ['PROFILE-35'],
    change: updating((customer, _, shop) => {
      const { addresses } = customer as { addresses?: Body[] }
      const allowed = addresses?.filter(({ country_id }) => shop.services.countryIsAllowed(country_id))
      return allowed && { ...customer, addresses: allowed }
    }),
  },
  {
    id: 'update-stores-one-address-only',
    does: 'an update stores only the first of several addresses',
    breaks: ['PROFILE-30', 'PROFILE-51'],
    change: updating(({ addresses, ...others }) =>
      Array.isArray(addresses) ? { ...others, addresses: addresses.slice(0, 1) } : undefined,
    ),
  },
])
