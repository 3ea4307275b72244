import { operation } from '../../faults/change.ts'
import { aroundUpdate } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { User } from '../../reference/index.ts'

export const profileOfAnotherFaults = faults([
  {
    id: 'first-profile-for-everybody',
    does: 'a cache returns one customer’s profile to everybody: that which was read first',
    breaks: ['CREATE-27', 'OBJECT-04', 'TOKEN-12', 'TOKEN-13', 'TOKEN-14', 'ACCESS-05', 'ACCESS-41', 'EXPIRY-01', 'EXPIRY-23', 'EXPIRY-24', 'EXPIRY-27', 'REVOKE-08', 'REVOKE-11', 'REVOKE-13', 'LOCK-09', 'RESET-37', 'CHANGE-05', 'CHANGE-11', 'RESET-65', 'ROUTE-23', 'SAFE-04', 'PROFILE-03', 'PROFILE-05', 'PROFILE-08', 'PROFILE-16', 'PROFILE-18', 'PROFILE-20', 'PROFILE-29', 'PROFILE-30', 'PROFILE-38', 'PROFILE-53', 'PROFILE-44', 'PROFILE-45', 'PROFILE-46', 'PROFILE-47', 'ADMIN-02', 'OBJECT-03', 'ACCESS-26', 'EXPIRY-17', 'EXPIRY-12', 'ROUTE-22', 'PROFILE-04', 'PROFILE-49'],
    change: (shop) => {
      let first: unknown
      operation('customer.me', async (call, inner) => {
        first ??= structuredClone(await inner(call))
        return first
      })(shop)
    },
  },
  {
    id: 'tokens-of-the-first-login',
    does: 'every token opens the same account: that of the customer who logged in first',
    breaks: ['CREATE-27', 'OBJECT-03', 'OBJECT-04', 'TOKEN-12', 'TOKEN-13', 'TOKEN-14', 'TOKEN-37', 'ACCESS-05', 'ACCESS-26', 'ACCESS-41', 'EXPIRY-01', 'EXPIRY-17', 'EXPIRY-24', 'REVOKE-06', 'REVOKE-07', 'REVOKE-15', 'REVOKE-08', 'REVOKE-09', 'REVOKE-11', 'REVOKE-12', 'REVOKE-13', 'LOCK-08', 'LOCK-09', 'RESET-37', 'CHANGE-01', 'CHANGE-05', 'RESET-65', 'ROUTE-23', 'BIND-27', 'SAFE-04', 'PROFILE-01', 'PROFILE-03', 'PROFILE-07', 'PROFILE-08', 'PROFILE-09', 'PROFILE-16', 'PROFILE-17', 'PROFILE-18', 'PROFILE-20', 'PROFILE-54', 'PROFILE-22', 'PROFILE-23', 'PROFILE-25', 'PROFILE-26', 'PROFILE-28', 'PROFILE-29', 'PROFILE-30', 'PROFILE-33', 'PROFILE-35', 'PROFILE-36', 'PROFILE-37', 'PROFILE-38', 'PROFILE-39', 'PROFILE-40', 'PROFILE-42', 'PROFILE-43', 'PROFILE-44', 'PROFILE-45', 'PROFILE-46', 'PROFILE-47', 'PROFILE-49', 'DEFAULT-01', 'DEFAULT-02', 'ADMIN-02', 'STORE-08', 'STORE-20', 'STORE-33', 'EXPIRY-23', 'EXPIRY-12', 'EXPIRY-27', 'LOCK-07', 'RESET-40', 'CHANGE-21', 'PROFILE-11'],
    change: (shop) => {
      let first: User | undefined
      const { issueToken, readJsonWebToken } = shop.services
      shop.services.issueToken = (user) => {
        if (user.type === 'customer') first ??= user
        return issueToken(user)
      }
      shop.services.readJsonWebToken = (token) => {
        const user = readJsonWebToken(token)
        return user?.type === 'customer' ? (first ?? user) : user
      }
    },
  },
  {
    id: 'update-answers-for-another',
    does: 'the response to an update shows the profile of another customer',
    breaks: [
      'REVOKE-13',
      'BIND-27',
      'SAFE-04',
      'PROFILE-02',
      'PROFILE-03',
      'PROFILE-17',
      'PROFILE-54',
      'PROFILE-28',
      'PROFILE-29',
      'PROFILE-30',
      'PROFILE-51',
      'PROFILE-31',
      'PROFILE-37',
      'PROFILE-53',
      'PROFILE-45',
      'PROFILE-46',
      'STORE-34',
    ],
    change: aroundUpdate((_sent, stored, save, _call, shop) => {
      const own = save()
      const other = [...shop.store.customers.values()].find(({ id }) => id !== stored.id)
      return other ? shop.services.customerView(other) : own
    }),
  },
])
