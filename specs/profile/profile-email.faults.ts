import { operation, service, together } from '../../faults/change.ts'
import { refuse } from '../../faults/changes/registrations.ts'
import { aroundUpdate, updating } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import { profileUpdates } from '../shared/broken-together.ts'

export const profileEmailFaults = faults([
  {
    id: 'email-change-needs-password',
    does: 'an update with a new e-mail is rejected without the password',
    breaks: ['PROFILE-14', 'PROFILE-37', 'PROFILE-57'],
    change: aroundUpdate((customer, stored, save) =>
      customer.email && customer.email !== stored.email
        ? refuse(400, "The password doesn't match this account. Verify the password and try again.")
        : save(),
    ),
  },
  {
    id: 'new-email-ends-tokens',
    does: 'changing the e-mail revokes the customer’s tokens',
    breaks: ['REVOKE-13', 'PROFILE-38', 'PROFILE-41'],
    change: aroundUpdate(async (customer, { id, email }, save, _, shop) => {
      const answer = await save()
      if (customer.email !== email) shop.services.revokeTokens({ type: 'customer', id })
      return answer
    }),
  },
  {
    id: 'old-email-logs-in',
    does: 'after a change of the e-mail, the old one can still log in',
    breaks: ['PROFILE-39'],
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
    does: 'after a change of the e-mail, only the old one can log in',
    breaks: ['RESET-40', 'PROFILE-39', 'PROFILE-40'],
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
    does: 'a `passwordHash` sent with the profile is ignored',
    breaks: ['PROFILE-41'],
    change: operation('customer.saveMe', (call, inner) => {
      call.arguments = { ...call.arguments, passwordHash: undefined }
      return inner(call)
    }),
  },
  {
    id: 'new-email-in-lower-case',
    does: 'an update stores a new e-mail in lower case',
    breaks: ['PROFILE-53'],
    change: updating((customer) => ({
      ...customer,
      ...(typeof customer.email === 'string' ? { email: customer.email.toLowerCase() } : {}),
    })),
  },
  {
    id: 'new-email-without-its-tag',
    does: 'an update cuts the tag off a new e-mail, with the plus before it',
    breaks: ['PROFILE-53'],
    change: updating((customer) => ({
      ...customer,
      ...(typeof customer.email === 'string' ? { email: customer.email.replace(/\+[^@]*@/, '@') } : {}),
    })),
  },
  {
    id: 'own-email-is-taken',
    does: 'an update with the own e-mail is rejected: the e-mail counts as taken',
    breaks: [...profileUpdates, 'PROFILE-41'],
    change: aroundUpdate((customer, stored, save) =>
      customer.email === stored.email
        ? refuse(400, 'A customer with the same email address already exists in an associated website.')
        : save(),
    ),
  },
])
