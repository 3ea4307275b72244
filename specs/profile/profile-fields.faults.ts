import { answers, together } from '../../faults/change.ts'
import { readingRegistration } from '../../faults/changes/registrations.ts'
import { aroundUpdate } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { Change, Customer } from '../../reference/index.ts'

type Fields = readonly (keyof Customer)[]

/** An update that leaves these fields of the customer as they were stored. */
const keeping = (fields: Fields): Change =>
  aroundUpdate((_sent, stored, save, _call, shop) => {
    const before = { ...stored }
    save()
    for (const field of fields) if (before[field] !== undefined) Object.assign(stored, { [field]: before[field] })
    return shop.services.customerView(stored)
  })

/** An update that leaves these fields of stored addresses as they were. */
const keepingOfAddresses = (fields: readonly string[]): Change =>
  aroundUpdate((_sent, stored, save, _call, shop) => {
    const before = new Map(stored.addresses.map((address) => [address.id, { ...address } as Record<string, unknown>]))
    save()
    for (const address of stored.addresses)
      for (const field of fields)
        if (before.has(address.id)) Object.assign(address, { [field]: before.get(address.id)?.[field] })
    return shop.services.customerView(stored)
  })

const subscription = (sent: Record<string, unknown>, value: unknown) => ({
  ...sent,
  extension_attributes: { ...Object(sent.extension_attributes), is_subscribed: value },
})

export const profileFieldFaults = faults([
  {
    id: 'update-keeps-birth-and-numbers',
    does: 'an update of the profile ignores a new date of birth, gender, tax number, prefix, suffix and middle name',
    breaks: ['PROFILE-45'],
    origin: 'magento/magento2#40341',
    change: keeping(['dob', 'gender', 'taxvat', 'prefix', 'suffix', 'middlename']),
  },
  {
    id: 'update-keeps-the-gender',
    does: 'an update of the profile ignores a new gender',
    breaks: ['PROFILE-45'],
    change: keeping(['gender']),
  },
  {
    id: 'update-keeps-the-subscription',
    does: 'an update of the profile ignores the newsletter subscription',
    breaks: ['PROFILE-49'],
    origin: 'magento/magento2#8027',
    change: keeping(['subscribed']),
  },
  {
    id: 'update-keeps-the-region',
    does: 'an update of a stored address ignores a new region',
    breaks: ['PROFILE-47'],
    origin: 'magento/magento2#18118',
    change: keepingOfAddresses(['region_id', 'regionText']),
  },
  {
    id: 'update-keeps-street-and-postcode',
    does: 'an update of a stored address ignores a new street, postcode and telephone number',
    breaks: ['PROFILE-46'],
    change: keepingOfAddresses(['street', 'postcode', 'telephone']),
  },
  {
    id: 'update-keeps-the-tax-number-of-addresses',
    does: 'an update of a stored address ignores a new VAT number',
    breaks: ['PROFILE-46'],
    change: keepingOfAddresses(['vat_id']),
  },
  {
    id: 'registration-ignores-the-subscription',
    does: 'a registration ignores the newsletter subscription',
    breaks: ['PROFILE-48'],
    change: readingRegistration((customer) => subscription(customer, false)),
  },
  {
    id: 'subscriptions-ignored',
    does: 'neither registration nor update stores a newsletter subscription',
    breaks: ['PROFILE-50'],
    change: together(
      readingRegistration((customer) => subscription(customer, false)),
      keeping(['subscribed']),
    ),
  },
  {
    id: 'postcodes-as-numbers',
    does: 'a postcode loses its leading zeros',
    breaks: ['PROFILE-43'],
    change: readingRegistration((customer) => {
      const { addresses } = customer as { addresses?: Record<string, unknown>[] }
      return (
        addresses && {
          ...customer,
          addresses: addresses.map((address) => ({
            ...address,
            postcode: String(address.postcode).replace(/^0+/, ''),
          })),
        }
      )
    }),
  },
  {
    id: 'names-in-latin-1',
    does: 'names keep only the letters of Latin-1, and lose all others',
    breaks: ['PROFILE-42', 'PROFILE-43'],
    change: readingRegistration((customer) =>
      JSON.parse(JSON.stringify(customer).replaceAll(/[^\u0000-\u00ff’]/g, '?')),
    ),
  },
  {
    id: 'xml-without-accents',
    does: 'answers in XML lose the letters beyond ASCII',
    breaks: ['PROFILE-44'],
    change: answers(
      ({ headers }) => /xml/.test(headers.accept ?? ''),
      ({ body }) => ({ body: Buffer.from(String(body).replaceAll(/[^\u0000-\u007f]/g, '?')) }),
    ),
  },
])
