import { Breakdown } from '../reference/index.ts'
import { operation, rule, service, together } from './change.ts'
import { faults } from './fault.ts'
import { refuse, without } from './registrations.ts'
import { reading } from './requests.ts'
import { answering, aroundUpdate, owner, updating } from './updates.ts'

const optional = ['middlename', 'prefix', 'suffix', 'taxvat']

export const profileFaults = faults([
  {
    id: 'profile-times-in-iso',
    does: 'the profile tells times in another form than creating the account did',
    breaks: [],
    change: answering('customer.me', (me) => ({
      ...me,
      created_at: `${String(me.created_at).replace(' ', 'T')}Z`,
    })),
  },
  {
    id: 'profile-without-addresses',
    does: 'the profile leaves the addresses out',
    breaks: [],
    change: answering('customer.me', (me) => without(me, 'addresses')),
  },
  {
    id: 'profile-not-written-back',
    does: 'an update that holds the extension attributes as they were read is an internal error',
    breaks: [],
    origin: 'magento/magento2#38878',
    change: updating((customer) => {
      if (customer.extension_attributes) throw new Breakdown('an extension attribute without a setter')
    }),
  },
  {
    id: 'update-duplicates-addresses',
    does: 'addresses written back as they were read are made anew',
    breaks: [],
    change: updating(({ addresses, ...customer }) => ({
      ...customer,
      ...(Array.isArray(addresses) ? { addresses: addresses.map((address) => without(address, 'id')) } : {}),
    })),
  },
  {
    id: 'update-answers-true',
    does: 'an update answers true instead of the customer',
    breaks: [],
    change: answering('customer.saveMe', () => true),
  },
  {
    id: 'update-not-stored',
    does: 'an update is answered with the new first name, which is not kept',
    breaks: [],
    change: aroundUpdate(async (_, stored, save) => {
      const { firstname } = stored
      const answer = await save()
      stored.firstname = firstname
      return answer
    }),
  },
  {
    id: 'omitted-addresses-deleted',
    does: 'an update without addresses deletes them',
    breaks: [],
    change: updating((customer) => ({ addresses: [], ...customer })),
  },
  {
    id: 'omitted-default-cleared',
    does: 'an update that names no default address takes the default away',
    breaks: [],
    change: aroundUpdate((customer, stored, save) => {
      if (!customer.default_billing && !customer.addresses) stored.default_billing = undefined
      return save()
    }),
  },
  {
    id: 'update-replaces-all',
    does: 'an update clears every optional field that it leaves out',
    breaks: [],
    change: updating((customer) => ({ ...Object.fromEntries(optional.map((field) => [field, ''])), ...customer })),
  },
  {
    id: 'birth-date-lost-early',
    does: 'an update without the date of birth deletes it before 2.4.8',
    breaks: [],
    release: '2.4.7-p6',
    origin: '2.4.8',
    change: rule('omittedBirthDateIsDeleted', true),
  },
  {
    id: 'birth-date-kept',
    does: 'an update without the date of birth keeps it in 2.4.8',
    breaks: [],
    origin: '2.4.7-p6',
    change: rule('omittedBirthDateIsDeleted', false),
  },
  {
    id: 'null-clears',
    does: 'a null in an update takes the value away',
    breaks: [],
    change: updating((customer) => ({
      ...customer,
      ...Object.fromEntries(optional.filter((field) => customer[field] === null).map((field) => [field, ''])),
    })),
  },
  {
    id: 'website-required',
    does: 'an update that names no website is refused',
    breaks: [],
    origin: '2.4.1',
    change: updating(({ website_id }) => website_id || refuse(400, '"Associate to Website" is a required value.')),
  },
  {
    id: 'website-optional-early',
    does: 'an update that names no website is accepted in 2.4.1',
    breaks: [],
    release: '2.4.1',
    change: updating((customer, call, shop) => ({ website_id: owner(call, shop).website_id, ...customer })),
  },
  {
    id: 'names-optional',
    does: 'an update without names keeps the stored ones',
    breaks: [],
    change: updating((customer, call, shop) => {
      const { firstname, lastname } = owner(call, shop)
      return { firstname, lastname, ...customer }
    }),
  },
  {
    id: 'email-optional',
    does: 'an update without an e-mail keeps the stored one',
    breaks: [],
    change: updating((customer, call, shop) => ({ email: owner(call, shop).email, ...customer })),
  },
  {
    id: 'empty-update-accepted',
    does: 'an update that holds no customer is answered with the profile',
    breaks: [],
    change: reading((body, { method, url }) =>
      method === 'PUT' && url.endsWith('/customers/me') && !body.customer ? { customer: { id: 0 } } : undefined,
    ),
  },
  {
    id: 'update-takes-any-email',
    does: 'an update may take the e-mail of another account',
    breaks: [],
    change: service('checkEmailIsFree', (check) => (email, website, own) => {
      if (own === undefined) check(email, website, own)
    }),
  },
  {
    id: 'update-takes-email-in-capitals',
    does: 'an update may take the e-mail of another account in other case',
    breaks: [],
    change: service('checkEmailIsFree', (check) => (email, website, own) => {
      if (own === undefined || email === email.toLowerCase()) check(email, website, own)
    }),
  },
  {
    id: 'guests-update-by-email',
    does: 'an update without a token changes the account that has the e-mail',
    breaks: [],
    change: together(
      service('authorize', (authorize) => (call, access) => {
        return call.route?.operation === 'customer.saveMe' || authorize(call, access)
      }),
      operation('customer.saveMe', (call, inner, shop) => {
        const { email, website_id } = call.arguments.customer as { email?: string; website_id?: number }
        const found = shop.services.findCustomer(email ?? '', website_id ?? 1)
        call.user ??= { type: 'customer', id: found?.id ?? 0 }
        return inner(call)
      }),
    ),
  },
  {
    id: 'refused-but-renamed',
    does: 'an update that is refused has already changed the first name',
    breaks: [],
    change: aroundUpdate((customer, stored, save) => {
      stored.firstname = String(customer.firstname ?? stored.firstname)
      return save()
    }),
  },
  {
    id: 'email-change-needs-password',
    does: 'an update that changes the e-mail is refused without the password',
    breaks: [],
    change: aroundUpdate((customer, stored, save) =>
      customer.email && customer.email !== stored.email
        ? refuse(400, "The password doesn't match this account. Verify the password and try again.")
        : save(),
    ),
  },
  {
    id: 'email-change-logs-out',
    does: 'changing the e-mail ends the tokens',
    breaks: [],
    change: aroundUpdate(async (customer, { id, email }, save, _, shop) => {
      const answer = await save()
      if (customer.email !== email) shop.services.revokeTokens({ type: 'customer', id })
      return answer
    }),
  },
  {
    id: 'old-email-logs-in',
    does: 'after a change of the e-mail the old one still logs in',
    breaks: [],
    change: (shop) => {
      const moved = new Map<string, string>()
      together(
        aroundUpdate(async (customer, { email }, save) => {
          const answer = await save()
          if (customer.email && customer.email !== email) moved.set(email, String(customer.email))
          return answer
        }),
        operation('token.create', (call, inner) => {
          const username = moved.get(String(call.arguments.username)) ?? call.arguments.username
          call.arguments = { ...call.arguments, username }
          return inner(call)
        }),
      )(shop)
    },
  },
  {
    id: 'login-name-not-changed',
    does: 'after a change of the e-mail only the old one logs in',
    breaks: [],
    change: (shop) => {
      const names = new Map<number, string>()
      together(
        aroundUpdate((_, { id, email }, save) => {
          if (!names.has(id)) names.set(id, email)
          return save()
        }),
        service('findCustomer', (find) => (email, website) => {
          const renamed = [...names].find(([, name]) => name === email)?.[0]
          const found = renamed === undefined ? find(email, website) : shop.store.customers.get(renamed)
          return found && (names.get(found.id) ?? email) === email ? found : undefined
        }),
      )(shop)
    },
  },
  {
    id: 'password-hash-ignored',
    does: 'a password hash sent beside the profile is ignored',
    breaks: [],
    change: operation('customer.saveMe', (call, inner) => {
      call.arguments = { ...call.arguments, passwordHash: undefined }
      return inner(call)
    }),
  },
])
