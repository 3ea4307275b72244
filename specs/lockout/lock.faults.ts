import { answers, operation, rule, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { Refusal, type Shop } from '../../reference/index.ts'

/** Runs the shop with another setting. */
const set = (path: string, value: string) => (shop: Shop) => shop.settings.set(path, value)

const passwordOf = (call: { arguments: Record<string, unknown> }) => String(call.arguments.password)
const nameOf = (call: { arguments: Record<string, unknown> }) => String(call.arguments.username)

export const lockFaults = faults([
  {
    id: 'login-forgives-for-ever',
    does: 'failed logins are no longer counted once an account has logged in',
    breaks: ['LOCK-13'],
    change: service('countFailedLogin', (count, shop) => (name, type) => {
      if (!shop.services.findCustomer(name, 1)?.lastLoginAt) count(name, type)
    }),
  },
  {
    id: 'closed-after-five',
    does: 'a name is locked after five failed logins',
    breaks: ['LOCK-01', 'LOCK-02', 'LOCK-07', 'LOCK-10'],
    change: set('oauth/authentication_lock/max_failures_count', '5'),
  },
  {
    id: 'locked-after-five-logins',
    does: 'an account is locked after five failed logins',
    breaks: ['LOCK-01', 'LOCK-02', 'LOCK-07', 'LOCK-10'],
    change: set('customer/password/lockout_failures', '5'),
  },
  {
    id: 'empty-password-counts',
    does: 'a login without a password counts as a failed login',
    breaks: ['LOCK-01', 'LOCK-02', 'LOCK-07', 'LOCK-10'],
    change: operation('token.create', (call, login, shop) => {
      if (!passwordOf(call)) shop.services.countFailedLogin(nameOf(call), 'customer')
      return login(call)
    }),
  },
  {
    id: 'no-throttle',
    does: 'failed logins never lock a name',
    breaks: ['LOCK-14', 'LOCK-13', 'LOCK-12', 'LOCK-03', 'LOCK-04', 'LOCK-05'],
    change: service('isThrottled', () => () => false),
  },
  {
    id: 'throttle-told',
    does: 'a login with a locked name returns 429 instead of 401',
    breaks: ['LOCK-12', 'LOCK-03', 'LOCK-13', 'LOCK-04', 'LOCK-05', 'ERROR-07'],
    change: operation('token.create', (call, login, shop) => {
      if (shop.services.isThrottled(nameOf(call), 'customer')) throw new Refusal(429, 'Too Many Requests')
      return login(call)
    }),
  },
  {
    id: 'unknown-names-stay-open',
    does: 'failed logins with an unknown name are not counted',
    breaks: ['LOCK-14', 'LOCK-12', 'LOCK-03', 'LOCK-04', 'LOCK-05'],
    change: service('countFailedLogin', (count, shop) => (name, type) => {
      if (shop.services.findCustomer(name, 1)) count(name, type)
    }),
  },
  {
    id: 'registration-reopens-name',
    does: 'a registration with a locked name unlocks it',
    breaks: ['LOCK-14', 'LOCK-12', 'LOCK-03', 'LOCK-04', 'LOCK-05'],
    change: operation('customer.create', async (call, create, shop) => {
      const created = (await create(call)) as { email: string }
      shop.services.resetFailedLogins(created.email, 'customer')
      return created
    }),
  },
  {
    id: 'throttle-by-path',
    does: 'failed logins are counted apart for each store code in the URL',
    breaks: ['LOCK-14'],
    change: (shop) => {
      const counts = new Map<string, typeof shop.store.loginFailures>()
      operation('token.create', (call, login) => {
        const before = shop.store.loginFailures
        const start = call.url.split('/V1/')[0] ?? ''
        shop.store.loginFailures = counts.get(start) ?? new Map()
        counts.set(start, shop.store.loginFailures)
        try {
          return login(call)
        } finally {
          shop.store.loginFailures = before
        }
      })(shop)
    },
  },
  {
    id: 'throttle-minds-case',
    does: 'a locked name can log in when written in capitals',
    breaks: ['LOCK-12', 'LOCK-05'],
    change: service('isThrottled', (throttled) => (name, type) => name === name.toLowerCase() && throttled(name, type)),
  },
  {
    id: 'no-lock',
    does: 'wrong guesses of the current password never lock the account',
    breaks: ['LOCK-06', 'LOCK-08'],
    change: service('countWrongPassword', () => () => {}),
  },
  {
    id: 'lock-not-told',
    does: 'a guess on a locked account returns the error of a wrong password: the lock is not told, or comes too late',
    breaks: ['LOCK-06'],
    change: answers(
      (_, { value }) => (value as { message?: string })?.message === 'The account is locked.',
      () => ({
        value: { message: "The password doesn't match this account. Verify the password and try again." },
      }),
    ),
  },
  {
    id: 'locked-after-three',
    does: 'an account is locked after three guesses of its password',
    breaks: ['LOCK-07'],
    change: operation('password.change', (call, change, shop) => {
      const customer = shop.store.customers.get(Number(call.arguments.customerId))
      if (customer && customer.failures >= 3) customer.lockExpires = shop.clock.now() + 600_000
      return change(call)
    }),
  },
  {
    id: 'locked-may-log-in',
    does: 'a locked account can log in',
    breaks: ['LOCK-08'],
    change: operation('token.create', (call, login, shop) => {
      const { isLocked } = shop.services
      shop.services.isLocked = () => false
      try {
        return login(call)
      } finally {
        shop.services.isLocked = isLocked
      }
    }),
  },
  {
    id: 'right-password-unlocks',
    does: 'a login with the right password unlocks an account',
    breaks: ['LOCK-08'],
    change: operation('token.create', (call, login, shop) => {
      const customer = shop.services.findCustomer(nameOf(call), call.store.websiteId)
      if (customer && shop.services.passwordMatches(customer, passwordOf(call))) shop.services.unlock(customer)
      return login(call)
    }),
  },
  {
    id: 'lock-logs-out',
    does: 'locking an account revokes its tokens',
    breaks: ['LOCK-06', 'LOCK-09'],
    change: service('countWrongPassword', (count, shop) => (customer) => {
      count(customer)
      if (shop.services.isLocked(customer)) shop.services.revokeTokens({ type: 'customer', id: customer.id })
    }),
  },
  {
    id: 'lock-hides-profile',
    does: 'the token of a locked account cannot read the profile',
    breaks: ['LOCK-09'],
    change: operation('customer.me', (call, read, shop) => {
      const customer = shop.store.customers.get(Number(call.arguments.customerId))
      if (customer && shop.services.isLocked(customer)) throw new Refusal(401, 'The account is locked.')
      return read(call)
    }),
  },
  {
    id: 'locked-for-a-day',
    does: 'an account stays locked too long: for a day instead of ten minutes',
    breaks: ['LOCK-10'],
    change: set('customer/password/lockout_threshold', '1440'),
  },
  {
    id: 'closed-until-cron',
    does: 'a locked name stays locked until a cron job unlocks it',
    breaks: ['LOCK-11'],
    origin: 'magento/magento2#34001',
    change: rule('throttleEndsByItself', false),
  },
  {
    id: 'locked-by-the-first-failure',
    does: 'an account is locked by its first wrong password',
    breaks: [
      'TOKEN-16',
      'TOKEN-18',
      'TOKEN-21',
      'TOKEN-31',
      'TOKEN-32',
      'LOCK-01',
      'LOCK-02',
      'LOCK-07',
      'LOCK-10',
      'RESET-15',
      'RESET-31',
      'RESET-45',
      'RESET-46',
      'CHANGE-01',
      'CHANGE-04',
      'CHANGE-09',
      'STORE-03',
      'STORE-41',
      'STORE-52',
    ],
    change: set('customer/password/lockout_failures', '1'),
  },
])
