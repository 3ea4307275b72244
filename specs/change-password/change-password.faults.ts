import { answers, operation, service } from '../../faults/change.ts'
import { losingAddresses, openTo, refusing, setPassword, withoutService } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'
import { Refusal } from '../../reference/index.ts'
import { change, ownOf } from './change-password-changes.faults.ts'

const isChange = ({ route }: { route?: { operation: string } }) => route?.operation === change

export const changePasswordFaults = faults([
  {
    id: 'change-answers-the-customer',
    does: 'a password change returns the customer instead of true',
    breaks: ['CHANGE-01', 'CHANGE-10'],
    change: operation(change, (call, inner, shop) => {
      inner(call)
      const own = ownOf(shop, call)
      return own && shop.services.customerView(own)
    }),
  },
  {
    id: 'change-changes-nothing',
    does: 'a password change returns true and stores nothing',
    breaks: ['CHANGE-01', 'CHANGE-02', 'STORE-41'],
    change: operation(change, (call, inner, shop) => {
      const own = ownOf(shop, call)
      const hash = own?.passwordHash
      const answer = inner(call)
      if (own) own.passwordHash = hash
      return answer
    }),
  },
  {
    id: 'old-password-after-a-change',
    does: 'after a change, the old password still works beside the new one',
    breaks: ['CHANGE-02', 'STORE-41'],
    change: (shop) => {
      const earlier = new Map<number, string | undefined>()
      operation(change, (call, inner) => {
        const own = ownOf(shop, call)
        const hash = own?.passwordHash
        const answer = inner(call)
        if (own) earlier.set(own.id, hash)
        return answer
      })(shop)
      service('passwordMatches', (matches) => (customer, password) => {
        const { id } = customer
        return matches(customer, password) || matches({ ...customer, passwordHash: earlier.get(id) }, password)
      })(shop)
    },
  },
  {
    id: 'current-password-not-checked',
    does: 'a valid token is enough to change the password; the current one is not checked',
    breaks: ['LOCK-07', 'CHANGE-03', 'CHANGE-21'],
    change: withoutService(change, 'checkCurrentPassword'),
  },
  {
    id: 'current-password-in-any-case',
    does: 'a current password with an extra character at its end is accepted',
    breaks: ['CHANGE-03'],
    change: operation(change, (call, inner) =>
      inner({
        ...call,
        arguments: { ...call.arguments, currentPassword: String(call.arguments.currentPassword).replace(/x$/, '') },
      }),
    ),
  },
  {
    id: 'wrong-current-password-is-400',
    does: 'a wrong current password is rejected with 400',
    breaks: ['LOCK-06', 'LOCK-07', 'CHANGE-03', 'CHANGE-09', 'CHANGE-21'],
    change: refusing(change, 401, (_, { message }) => {
      throw new Refusal(400, message)
    }),
  },
  {
    id: 'change-sets-before-it-checks',
    does: 'a change stores the new password before it checks the current one',
    breaks: ['LOCK-10', 'CHANGE-01', 'CHANGE-04'],
    change: refusing(change, 401, (call, refusal, shop) => {
      const own = ownOf(shop, call)
      if (own) setPassword(shop, own, call.arguments.newPassword)
      throw refusal
    }),
  },
  {
    id: 'wrong-current-password-ends-tokens',
    does: 'a wrong current password revokes the customer’s tokens',
    breaks: ['LOCK-06', 'LOCK-07', 'LOCK-08', 'LOCK-09', 'CHANGE-01', 'CHANGE-05', 'CHANGE-09'],
    change: refusing(change, 401, (call, refusal, shop) => {
      if (call.user) shop.services.revokeTokens(call.user)
      throw refusal
    }),
  },
  {
    id: 'current-password-may-be-missing',
    does: 'a change without the current password is accepted',
    breaks: ['CHANGE-06', 'CHANGE-07', 'SCHEMA-09'],
    change: (shop) => {
      shop.routes = shop.routes.map((route) =>
        isChange({ route })
          ? {
              ...route,
              parameters: route.parameters.map((one) => ({ ...one, optional: one.name === 'currentPassword' })),
            }
          : route,
      )
      service('checkCurrentPassword', (check) => (customer, password) => {
        if (password !== undefined) check(customer, password)
      })(shop)
    },
  },
  {
    id: 'change-names-one-missing',
    does: 'only the first of two missing passwords is named',
    breaks: ['CHANGE-07'],
    change: answers(
      (call, { status, value }) => isChange(call) && status === 400 && !!(value as Refusal).errors,
      ({ value }) => ({ value: (value as Refusal).errors[0] }),
    ),
  },
  {
    id: 'change-open-to-guests',
    does: 'a guest can reach the password change',
    breaks: [
      'EXPIRY-07',
      'REVOKE-15',
      'LOCK-06',
      'LOCK-07',
      'LOCK-08',
      'CHANGE-01',
      'CHANGE-03',
      'CHANGE-06',
      'CHANGE-07',
      'CHANGE-08',
      'CHANGE-09',
      'SCHEMA-02',
      'SCHEMA-09',
    ],
    change: openTo(change, 'anonymous'),
  },
  {
    id: 'guest-change-is-403',
    does: 'a guest’s password change is rejected with 403',
    breaks: ['EXPIRY-07', 'REVOKE-15', 'CHANGE-08', 'ERROR-07'],
    change: answers(
      (call, { status }) => isChange(call) && status === 401 && !call.user,
      () => ({ status: 403 }),
    ),
  },
  {
    id: 'change-ends-tokens',
    does: 'a password change revokes the tokens issued before it',
    breaks: ['CHANGE-20', 'CHANGE-11', 'CHANGE-21'],
    change: operation(change, (call, inner, shop) => {
      const answer = inner(call)
      if (call.user) shop.services.revokeTokens(call.user)
      return answer
    }),
  },
  {
    id: 'change-takes-the-email',
    does: 'a change accepts the e-mail as the new password',
    breaks: ['CHANGE-17'],
    change: withoutService(change, 'checkPasswordIsNotEmail'),
  },
  {
    id: 'change-for-the-one-in-the-body',
    does: 'a change sets the password of the customer named in the body',
    breaks: ['CHANGE-18'],
    change: operation(change, (call, inner, shop) => {
      const answer = inner(call)
      const { customerId } = JSON.parse(call.body.toString()) as { customerId?: number }
      const named = shop.store.customers.get(customerId ?? 0)
      if (named) setPassword(shop, named, call.arguments.newPassword)
      return answer
    }),
  },
  {
    id: 'change-for-the-one-in-the-query',
    does: 'a change sets the password of the customer named in the query',
    breaks: ['CHANGE-18'],
    change: operation(change, (call, inner, shop) => {
      const answer = inner(call)
      const named = shop.store.customers.get(Number(call.query.customerId))
      if (named) setPassword(shop, named, call.arguments.newPassword)
      return answer
    }),
  },
  {
    id: 'refused-change-ends-tokens',
    does: 'a change rejected as incomplete revokes the customer’s tokens',
    breaks: ['CHANGE-01', 'CHANGE-03', 'CHANGE-05', 'CHANGE-06', 'CHANGE-07', 'CHANGE-09'],
    change: (shop) =>
      shop.onAnswer((call, { status }) => {
        if (isChange(call) && status === 400 && call.user) shop.services.revokeTokens(call.user)
        return undefined
      }),
  },
  {
    id: 'new-password-escaped',
    does: 'a change escapes the new password as for HTML',
    breaks: ['CHANGE-20'],
    change: operation('password.change', (call, change) => {
      const newPassword = String(call.arguments.newPassword).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
      return change({ ...call, arguments: { ...call.arguments, newPassword } })
    }),
  },
  {
    id: 'change-deletes-addresses',
    does: 'changing the password deletes the customer’s addresses',
    breaks: ['CHANGE-19'],
    change: losingAddresses('password.change', ({ user }, shop) => shop.store.customers.get(user?.id ?? 0)),
  },
  {
    id: 'change-resets-the-group',
    does: 'changing the password changes the customer group',
    breaks: ['CHANGE-19'],
    change: operation('password.change', (call, change, shop) => {
      const answer = change(call)
      shop.services.customerById(call.user?.id ?? 0).group_id = 2
      return answer
    }),
  },
  {
    id: 'empty-current-password-accepted',
    does: 'a change with an empty current password is accepted',
    breaks: ['CHANGE-21'],
    change: service('checkCurrentPassword', (check) => (customer, password) => {
      if (password !== '') check(customer, password)
    }),
  },
])
