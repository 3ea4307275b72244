import { answers, operation, together } from '../../faults/change.ts'
import { readingRegistration } from '../../faults/changes/registrations.ts'
import { answering, aroundUpdate, subscription, updating } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { Change, Customer } from '../../reference/index.ts'

type Fields = readonly (keyof Customer)[]

/** Ignores these fields of the customer in an update. */
const keeping = (fields: Fields): Change =>
  aroundUpdate((_sent, stored, save, _call, shop) => {
    const before = { ...stored }
    save()
    for (const field of fields) if (before[field] !== undefined) Object.assign(stored, { [field]: before[field] })
    return shop.services.customerView(stored)
  })

/** Ignores these fields of stored addresses in an update. */
const keepingOfAddresses = (fields: readonly string[]): Change =>
  aroundUpdate((_sent, stored, save, _call, shop) => {
    const before = new Map(stored.addresses.map((address) => [address.id, { ...address } as Record<string, unknown>]))
    save()
    for (const address of stored.addresses)
      for (const field of fields)
        if (before.has(address.id)) Object.assign(address, { [field]: before.get(address.id)?.[field] })
    return shop.services.customerView(stored)
  })

/** Characters that ISO 8859-1 does not contain. */
const beyondLatin1 = /\p{L}(?<![A-Za-z\u00c0-\u00ff])/gu

/** Changes the addresses in XML responses. */
const changingXml = (change: (address: Record<string, unknown>) => object): Change =>
  answers(
    ({ format }, { value }) => format === 'xml' && typeof value === 'object',
    ({ value }) => {
      const { addresses = [], ...others } = value as { addresses?: Record<string, unknown>[] }
      return { value: { ...others, addresses: addresses.map(change) } }
    },
  )

export const profileFieldFaults = faults([
  {
    id: 'update-keeps-birth-and-numbers',
    does: 'an update of the profile ignores a new date of birth, gender, tax number, prefix, suffix and middle name',
    breaks: ['PROFILE-07', 'PROFILE-08', 'PROFILE-45'],
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
    id: 'update-without-a-subscription-ends-it',
    does: 'an update of the profile that does not name the newsletter subscription ends it',
    breaks: ['PROFILE-55'],
    change: updating((customer) =>
      customer.extension_attributes === undefined ? subscription(customer, false) : undefined,
    ),
  },
  {
    id: 'update-keeps-the-region',
    does: 'an update of a stored address ignores a new region',
    breaks: ['WHOLE-06', 'PROFILE-47'],
    origin: 'magento/magento2#18118',
    change: keepingOfAddresses(['region_id', 'regionText']),
  },
  {
    id: 'update-keeps-street-and-postcode',
    does: 'an update of a stored address ignores a new street, postcode and telephone number',
    breaks: ['WHOLE-06', 'PROFILE-46', 'PROFILE-52'],
    change: keepingOfAddresses(['street', 'postcode', 'telephone']),
  },
  {
    id: 'update-keeps-the-tax-number-of-addresses',
    does: 'an update of a stored address ignores a new VAT number',
    breaks: ['WHOLE-06', 'PROFILE-46', 'PROFILE-52'],
    change: keepingOfAddresses(['vat_id']),
  },
  {
    id: 'subscriptions-ignored',
    does: 'neither registration nor update stores a newsletter subscription',
    breaks: ['CREATE-37', 'PROFILE-50'],
    change: together(
      readingRegistration((customer) => subscription(customer, false)),
      keeping(['subscribed']),
    ),
  },
  {
    id: 'apostrophes-escaped',
    does: 'the profile shows an apostrophe in a name as it would stand in HTML',
    breaks: ['PROFILE-45', 'STORE-20'],
    change: answering('customer.me', (customer) => ({
      ...customer,
      lastname: String(customer.lastname).replaceAll("'", '&#039;'),
    })),
  },
  {
    id: 'addresses-from-a-cache',
    does: 'the default billing address is kept by a cache of the shop, and is older than the profile',
    breaks: ['PROFILE-52'],
    change: (shop) => {
      const kept = new Map<number, unknown>()
      operation('address.billing', async (call, read) => {
        const id = call.user?.id ?? 0
        if (call.user?.type !== 'customer') return read(call)
        if (!kept.has(id)) kept.set(id, structuredClone(await read(call)))
        return kept.get(id)
      })(shop)
    },
  },
  {
    id: 'tax-numbers-as-numbers',
    does: 'a tax number loses its leading zeros',
    breaks: ['CREATE-45', 'PROFILE-42', 'ADMIN-37'],
    change: readingRegistration((customer) =>
      /^0\d+$/.test(String(customer.taxvat)) ? { ...customer, taxvat: String(Number(customer.taxvat)) } : undefined,
    ),
  },
  {
    id: 'null-is-nobody',
    does: 'a person whose name is Null is stored without a middle name, which comes before it',
    breaks: ['WHOLE-04', 'CREATE-45', 'PROFILE-43', 'ADMIN-37'],
    change: readingRegistration(({ addresses, ...customer }) => ({
      ...customer,
      ...(Array.isArray(addresses)
        ? { addresses: addresses.map((one) => (one?.lastname === 'Null' ? { ...one, middlename: undefined } : one)) }
        : {}),
    })),
  },
  {
    id: 'accents-composed',
    does: 'an update joins an accent that was sent as a separate character with its letter',
    breaks: ['PROFILE-45'],
    change: updating((customer) => JSON.parse(JSON.stringify(customer).normalize('NFC'))),
  },
  {
    id: 'backslashes-dropped',
    does: 'an update drops the backslashes of a company’s name',
    breaks: ['WHOLE-06', 'PROFILE-46', 'PROFILE-52'],
    change: updating((customer) => {
      const { addresses } = customer as { addresses?: Record<string, unknown>[] }
      const plain = (text: unknown) => (typeof text === 'string' ? text.replaceAll('\\', '') : text)
      return addresses && { ...customer, addresses: addresses.map((one) => ({ ...one, company: plain(one.company) })) }
    }),
  },
  {
    id: 'postcodes-as-numbers',
    does: 'a postcode loses its leading zeros',
    breaks: ['WHOLE-04', 'CREATE-45', 'PROFILE-43', 'DEFAULT-02', 'ADMIN-11', 'ADMIN-37'],
    change: readingRegistration((customer) => {
      const { addresses } = customer as { addresses?: { postcode?: unknown }[] }
      const [first] = Array.isArray(addresses) ? addresses : []
      if (!/^0/.test(String(first?.postcode))) return undefined
      return { ...customer, addresses: [{ ...first, postcode: String(first?.postcode).replace(/^0+/, '') }] }
    }),
  },
  {
    id: 'middle-names-in-latin-1',
    does: 'a middle name loses letters outside Latin-1',
    breaks: ['CREATE-45', 'PROFILE-42', 'ADMIN-37'],
    change: readingRegistration((customer) => ({
      ...customer,
      ...(customer.middlename ? { middlename: String(customer.middlename).replaceAll(beyondLatin1, 'x') } : {}),
    })),
  },
  {
    id: 'xml-without-accents',
    does: 'the profile in XML loses letters outside ASCII',
    breaks: ['PROFILE-44'],
    change: (shop) =>
      shop.onAnswer(({ format }, { value, ...answer }) => {
        if (format !== 'xml' || typeof value !== 'object') return undefined
        return { ...answer, value: JSON.parse(JSON.stringify(value).replaceAll(/\p{L}(?<![A-Za-z])/gu, 'x')) }
      }),
  },
  {
    id: 'xml-with-one-line-of-a-street',
    does: 'the profile in XML has the first line of a street only',
    breaks: ['PROFILE-44'],
    change: changingXml((address) => ({ ...address, street: [address.street].flat().slice(0, 1) })),
  },
  {
    id: 'xml-without-a-region',
    does: 'the profile in XML leaves the name of an address’s region out',
    breaks: ['PROFILE-44'],
    change: changingXml((address) => ({ ...address, region: { ...Object(address.region), region: '' } })),
  },
  {
    id: 'gender-cleared',
    does: 'an update without the gender clears it',
    breaks: ['PROFILE-05'],
    change: operation('customer.saveMe', (call, inner, shop) => {
      const { gender } = call.arguments.customer as { gender?: number }
      const { gender: _, ...answer } = inner(call) as Record<string, unknown>
      if (gender !== undefined) return { ...answer, gender }
      Object.assign(shop.services.customerById(Number(answer.id)), { gender: undefined })
      return answer
    }),
  },
])
