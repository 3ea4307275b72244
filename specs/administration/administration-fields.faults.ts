import { operation } from '../../faults/change.ts'
import { finding } from '../../faults/changes/answers.ts'
import type { Body } from '../../faults/changes/registrations.ts'
import { subscription } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { Change, Customer } from '../../reference/index.ts'

/** Ignores these fields of the customer in an administrator's update. */
const keeping = (...fields: (keyof Customer)[]): Change =>
  operation('customer.save', async (call, save, shop) => {
    const stored = shop.store.customers.get(Number(call.params.customerId))
    const before = { ...stored }
    await save(call)
    for (const field of fields) Object.assign(stored ?? {}, { [field]: before[field] })
    return stored && shop.services.customerView(stored)
  })

/** Changes the customer in an administrator's update. */
const saving = (change: (customer: Body, stored: Customer) => Body): Change =>
  operation('customer.save', (call, save, shop) => {
    const stored = shop.store.customers.get(Number(call.params.customerId))
    if (!stored) return save(call)
    const customer = change(call.arguments.customer as Body, stored)
    return save({ ...call, arguments: { ...call.arguments, customer } })
  })

/** Changes the customer that an administrator registers. */
const registering = (change: (customer: Body) => Body): Change =>
  operation('customer.create', (call, inner) => {
    if (call.user?.type !== 'admin') return inner(call)
    const customer = change(call.arguments.customer as Body)
    return inner({ ...call, arguments: { ...call.arguments, customer } })
  })

export const administrationFieldFaults = faults([
  {
    id: 'administrator-loses-the-suffix',
    does: 'a registration by an administrator loses the suffix',
    breaks: ['ADMIN-37'],
    change: registering((customer) => ({ ...customer, suffix: undefined })),
  },
  {
    id: 'administrator-registers-one-line-of-a-street',
    does: 'a registration by an administrator keeps the first line of a street only',
    breaks: ['ADMIN-37', 'WHOLE-04'],
    change: registering((customer) => ({
      ...customer,
      addresses: (customer.addresses as Body[] | undefined)?.map((address) => ({
        ...address,
        street: [address.street].flat().slice(0, 1),
      })),
    })),
  },
  {
    id: 'administrator-keeps-birth-and-gender',
    does: 'an update by an administrator ignores a new date of birth and gender',
    breaks: ['ADMIN-38'],
    change: keeping('dob', 'gender'),
  },
  {
    id: 'administrator-keeps-the-tax-number',
    does: 'an update by an administrator ignores a new tax number, prefix and suffix',
    breaks: ['ADMIN-38'],
    change: keeping('taxvat', 'prefix', 'suffix'),
  },
  {
    id: 'administrator-keeps-the-vat-number-of-addresses',
    does: 'an update by an administrator ignores a new VAT number of an address',
    breaks: ['ADMIN-39', 'WHOLE-06'],
    change: operation('customer.save', (call, save) => {
      const customer = call.arguments.customer as Body
      const addresses = (customer.addresses as Body[] | undefined)?.map((address) => ({
        ...address,
        vat_id: undefined,
      }))
      return save({
        ...call,
        arguments: { ...call.arguments, customer: { ...customer, ...(addresses ? { addresses } : {}) } },
      })
    }),
  },
  {
    id: 'administrator-keeps-the-subscription',
    does: 'an update by an administrator ignores the newsletter subscription',
    breaks: ['ADMIN-40'],
    origin: 'magento/magento2#8027',
    change: keeping('subscribed'),
  },
  {
    id: 'administrator-ends-the-subscription',
    does: 'an update by an administrator that does not name the newsletter subscription ends it',
    breaks: ['ADMIN-55'],
    change: saving((customer) =>
      customer.extension_attributes === undefined ? subscription(customer, false) : customer,
    ),
  },
  {
    id: 'administrator-keeps-the-group-change',
    does: 'an update by an administrator ignores `disable_auto_group_change`',
    breaks: ['ADMIN-41'],
    change: keeping('disable_auto_group_change'),
  },
  {
    id: 'administrator-keeps-the-email',
    does: 'an update by an administrator ignores a new e-mail',
    breaks: ['ADMIN-43'],
    change: saving((customer, stored) => ({ ...customer, email: stored.email })),
  },
  {
    id: 'administrator-writes-emails-in-lower-case',
    does: 'an update by an administrator stores the e-mail in lower case',
    breaks: ['ADMIN-43'],
    change: saving((customer) =>
      customer.email ? { ...customer, email: String(customer.email).toLowerCase() } : customer,
    ),
  },
  {
    id: 'administrator-loses-the-password',
    does: 'an update by an administrator that changes the e-mail deletes the password',
    breaks: ['ADMIN-43'],
    change: operation('customer.save', async (call, save, shop) => {
      const stored = shop.store.customers.get(Number(call.params.customerId))
      const email = stored?.email
      const answer = await save(call)
      if (stored && stored.email !== email) stored.passwordHash = undefined
      return answer
    }),
  },
  {
    id: 'validation-saves',
    does: 'validating a customer saves the fields sent',
    breaks: ['ADMIN-44'],
    change: operation('customer.validate', (call, validate, shop) => {
      const { email, suffix } = call.arguments.customer as Body
      const stored = shop.services.findCustomer(String(email), 1)
      if (stored && typeof suffix === 'string') stored.suffix = suffix
      return validate(call)
    }),
  },
  {
    id: 'search-without-tax-numbers',
    does: 'a search shows customers without their tax number',
    breaks: ['ADMIN-42'],
    change: finding((customer) => ({ ...customer, taxvat: undefined })),
  },
  {
    id: 'administrator-update-shows-the-state-before',
    does: 'the response to an administrator’s update shows the customer as it was before the update',
    breaks: ['ADMIN-25', 'ADMIN-26', 'ADMIN-38', 'ADMIN-39', 'ADMIN-41', 'ADMIN-43'],
    change: operation('customer.save', async (call, save, shop) => {
      const stored = shop.store.customers.get(Number(call.params.customerId))
      const before = stored && structuredClone(shop.services.customerView(stored))
      const after = await save(call)
      return before ?? after
    }),
  },
])
