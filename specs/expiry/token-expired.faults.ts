import { operation, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { type Call, type Change, Refusal } from '../../reference/index.ts'
import { isExpired } from './expiry-changes.faults.ts'

/** Ignores the expiry for some requests. */
const immortal =
  (where: (call: Call) => boolean): Change =>
  (shop) => {
    const { currentUser, isTokenExpired } = shop.services
    shop.services.currentUser = (call) => {
      if (where(call)) shop.services.isTokenExpired = () => false
      try {
        return currentUser(call)
      } finally {
        shop.services.isTokenExpired = isTokenExpired
      }
    }
  }

export const tokenExpiredFaults = faults([
  {
    id: 'expired-opens-address',
    does: 'an expired token can read the default addresses',
    breaks: ['EXPIRY-06'],
    change: immortal(({ path }) => /(billing|shipping)Address$/.test(path)),
  },
  {
    id: 'expired-changes-password',
    does: 'an expired token can change the password',
    breaks: ['EXPIRY-07'],
    change: immortal(({ path }) => path.endsWith('/me/password')),
  },
  {
    id: 'expired-revokes',
    does: 'an expired token can revoke, and ends newer tokens',
    breaks: ['EXPIRY-08'],
    change: immortal(({ path }) => path.endsWith('/revoke-customer-token')),
  },
  {
    id: 'expired-revokes-softly',
    does: 'a revoke request with an expired token returns true and does nothing',
    breaks: ['EXPIRY-08'],
    change: (shop) => {
      immortal(({ path }) => path.endsWith('/revoke-customer-token'))(shop)
      operation('token.revoke', (call, revoke) => isExpired(shop, call) || revoke(call))(shop)
    },
  },
  {
    id: 'expired-closes-anonymous',
    does: 'an expired token is rejected on public routes',
    breaks: ['EXPIRY-10'],
    change: operation('email.available', (call, inner, shop) => {
      if (isExpired(shop, call)) throw new Refusal(401, 'The token has expired.')
      return inner(call)
    }),
  },
  {
    id: 'expired-creates-nothing',
    does: 'a registration with an expired token in the header is rejected',
    breaks: ['EXPIRY-11'],
    change: operation('customer.create', (call, create, shop) => {
      if (isExpired(shop, call)) throw new Refusal(401, 'The token has expired.')
      return create(call)
    }),
  },
  {
    id: 'expired-creates-nobody-new',
    does: 'a registration with an expired token in the header returns the account of the token',
    breaks: ['EXPIRY-11', 'WHOLE-07'],
    change: operation('customer.create', (call, create, shop) => {
      const claims = shop.services.verifyToken((call.headers.authorization ?? '').replace('Bearer ', ''))
      const owner = claims && shop.store.customers.get(claims.uid)
      return owner && isExpired(shop, call) ? shop.services.customerView(owner) : create(call)
    }),
  },
  {
    id: 'expired-changes-profile',
    does: 'an expired token can change the profile',
    breaks: ['EXPIRY-14'],
    change: immortal(({ path, method }) => method === 'PUT' && path.endsWith('/customers/me')),
  },
  {
    id: 'expired-activates',
    does: 'an expired token is accepted for activating an account',
    breaks: ['EXPIRY-15'],
    change: immortal(({ path }) => path.endsWith('/me/activate')),
  },
  {
    id: 'expired-not-found',
    does: 'an administrator’s route returns 404 for an expired token',
    breaks: ['EXPIRY-16'],
    change: service('authorize', (authorize, shop) => (call, access) => {
      if (access.startsWith('Magento_') && isExpired(shop, call))
        throw new Refusal(404, 'Request does not match any route.')
      return authorize(call, access)
    }),
  },
  {
    id: 'expired-resets-nothing',
    does: 'a password reset by link with an expired token in the header is rejected',
    breaks: ['EXPIRY-18'],
    change: operation('password.reset', (call, inner, shop) => {
      if (isExpired(shop, call)) throw new Refusal(401, 'The token has expired.')
      return inner(call)
    }),
  },
])
