import { jsonOf, reading, without } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'

type Body = Record<string, unknown>

const customerOf = (body: Body) => body.customer as Body | undefined
const isText = (value: unknown): value is string => typeof value === 'string'

/** Returns the body with a change to its customer. */
const withCustomer = (change: (customer: Body) => Body | undefined) =>
  reading((body) => {
    const customer = customerOf(body)
    const changed = customer && typeof customer === 'object' ? change(customer) : undefined
    return changed && { ...body, customer: changed }
  })

const withoutUnknown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutUnknown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'surprise')
      .map(([key, item]) => [key, withoutUnknown(item)]),
  )
}

export const bindingObjectFaults = faults([
  {
    id: 'unknown-property-400-too-early',
    does: 'a release before 2.4.7 rejects an unknown field with 400',
    release: '2.4.6-p11',
    breaks: ['BIND-11', 'BIND-28'],
    change: ({ rules }) => {
      rules.unknownPropertyIsRefused = true
    },
  },
  {
    id: 'unknown-property-500-still',
    does: 'an unknown field causes an internal error',
    origin: 'magento/magento2#8342',
    breaks: ['BIND-12', 'BIND-28'],
    change: ({ rules }) => {
      rules.unknownPropertyIsRefused = false
    },
  },
  {
    id: 'unknown-property-ignored',
    does: 'unknown fields are ignored instead of rejected',
    breaks: ['BIND-12'],
    change: reading((body) =>
      /surprise/.test(JSON.stringify(body.customer ?? '')) ? withoutUnknown(body) : undefined,
    ),
  },
  {
    id: 'field-of-wrong-type-not-named',
    does: 'the error for a wrong type does not name the field',
    breaks: ['BIND-13', 'BIND-14', 'BIND-15'],
    change: (shop) =>
      shop.onAnswer((_, answer) => {
        const { message } = (answer.value ?? {}) as { message?: string }
        const said = message?.replace(/^(Error occurred during "\w+" processing\. )+/, '')
        return said === message ? undefined : { ...answer, value: { message: said } }
      }),
  },
  {
    id: 'outer-field-not-named',
    does: 'the error for a wrong type names the field without its parent',
    breaks: ['BIND-14'],
    change: (shop) =>
      shop.onAnswer((_, answer) => {
        const { message } = (answer.value ?? {}) as { message?: string }
        const said = message?.replace(/^Error occurred during "\w+" processing\. (?=Error)/, '')
        return said === message ? undefined : { ...answer, value: { message: said } }
      }),
  },
  {
    id: 'lists-of-names-joined',
    does: 'a list sent for a name is joined to a string and stored',
    breaks: ['BIND-13'],
    change: withCustomer((customer) =>
      Array.isArray(customer.lastname) ? { ...customer, lastname: customer.lastname.join(' ') } : undefined,
    ),
  },
  {
    id: 'street-as-text',
    does: 'a street sent as a string instead of a list is accepted',
    breaks: ['BIND-14'],
    change: withCustomer((customer) => {
      const addresses = (Array.isArray(customer.addresses) ? customer.addresses : []) as Body[]
      if (!addresses.some(({ street }) => isText(street))) return undefined
      return { ...customer, addresses: addresses.map((address) => ({ ...address, street: [address.street] })) }
    }),
  },
  {
    id: 'codeless-attributes-dropped',
    does: 'a custom attribute without a code is ignored',
    breaks: ['BIND-15'],
    change: withCustomer((customer) => {
      const attributes = customer.custom_attributes as Body[] | undefined
      return attributes?.some((attribute) => !attribute.attribute_code)
        ? without(customer, 'custom_attributes')
        : undefined
    }),
  },
  {
    id: 'customer-as-text-breaks',
    does: 'a string sent for the customer object causes an internal error',
    origin: 'magento/magento2#31551',
    breaks: ['BIND-17'],
    change: (shop) =>
      shop.onAnswer(({ input }, answer) =>
        isText(input.customer)
          ? { ...answer, status: 500, value: { message: 'Internal Error. Report ID: webapi-0123456789abc' } }
          : undefined,
      ),
  },
  {
    id: 'script-kept',
    does: 'a script element in a text field is stored',
    origin: '2.4.7-p6',
    breaks: ['VALID-26', 'BIND-18'],
    change: ({ rules }) => {
      rules.scriptIsRefused = false
    },
  },
  {
    id: 'script-stripped',
    does: 'a script element is removed from a text field without an error',
    release: '2.4.7-p6',
    breaks: ['BIND-19'],
    change: withCustomer((customer) =>
      isText(customer.taxvat) ? { ...customer, taxvat: customer.taxvat.replace(/<[^>]*>/g, '') } : undefined,
    ),
  },
  {
    id: 'numbers-of-names-kept',
    does: 'a number sent for a name is returned as a number',
    breaks: ['BIND-20', 'WHOLE-01'],
    change: (shop) =>
      shop.onAnswer((_, answer) => {
        const value = (answer.value ?? {}) as Body
        return value.lastname === '5' ? { ...answer, value: { ...value, lastname: 5 } } : undefined
      }),
  },
  {
    id: 'any-text-is-true',
    does: 'any non-empty string sent for a boolean is treated as true',
    breaks: ['BIND-21'],
    change: withCustomer((customer) => {
      const addresses = (Array.isArray(customer.addresses) ? customer.addresses : []) as Body[]
      if (!addresses.some(({ defaultBilling }) => isText(defaultBilling))) return undefined
      return { ...customer, addresses: addresses.map((address) => ({ ...address, defaultBilling: true })) }
    }),
  },
  {
    id: 'unknown-attributes-kept',
    does: 'unknown custom attributes are returned as sent',
    breaks: ['CREATE-43', 'BIND-22', 'SAFE-03'],
    change: (shop) =>
      shop.onAnswer((call, answer) => {
        const { custom_attributes } = customerOf(call.input) ?? {}
        return answer.status === 200 && custom_attributes
          ? { ...answer, value: { ...(answer.value as object), custom_attributes } }
          : undefined
      }),
  },
  {
    id: 'input-unlimited',
    does: 'a release with input limits accepts requests of any size',
    origin: '2.4.3-p2',
    release: '2.4.3',
    breaks: ['BIND-23'],
    change: ({ rules }) => {
      rules.inputLimits = false
    },
  },
  {
    id: 'addresses-must-be-objects',
    does: 'a string in the list of addresses is rejected',
    breaks: ['BIND-24'],
    change: withCustomer((customer) => {
      const addresses = Array.isArray(customer.addresses) ? customer.addresses : []
      return addresses.some(isText) ? { ...customer, email: addresses } : undefined
    }),
  },
  {
    id: 'post-filtered-too',
    does: 'on POST, if a field is sent in camelCase and snake_case, the first one is used',
    origin: '2.4.6-p7',
    breaks: ['BIND-25'],
    change: ({ rules }) => {
      rules.firstSpellingWins = 'all'
    },
  },
  {
    id: 'put-filtered-too-early',
    does: 'a release without that filter uses the first of two spellings of a field',
    release: '2.4.4-p8',
    breaks: ['BIND-26'],
    change: ({ rules }) => {
      rules.firstSpellingWins = 'PUT'
    },
  },
  {
    id: 'put-not-filtered',
    does: 'on PUT, the last of two spellings of a field is used, which bypasses the check of the first',
    origin: '2.4.1',
    breaks: ['BIND-27'],
    change: ({ rules }) => {
      rules.firstSpellingWins = 'never'
    },
  },
  {
    id: 'properties-in-any-case',
    does: 'the letter case of field names is ignored',
    breaks: ['BIND-28'],
    change: withCustomer((customer) => ('firstName' in customer ? without(customer, 'firstName') : undefined)),
  },
  {
    id: 'wrong-type-refused-too-late',
    does: 'a registration with a list for a last name is refused after its account was made',
    breaks: ['BIND-16', 'BIND-22'],
    change: (shop) => {
      const { handle } = shop
      shop.handle = async (request) => {
        const answer = await handle(request)
        const body = jsonOf(request) as Body | undefined
        const customer = Object(body?.customer) as Body
        if (answer.status === 400 && Array.isArray(customer.lastname)) {
          const mended = { ...body, customer: { ...customer, lastname: customer.lastname[0] } }
          await handle({ ...request, body: Buffer.from(JSON.stringify(mended)) })
        }
        return answer
      }
    },
  },
])
