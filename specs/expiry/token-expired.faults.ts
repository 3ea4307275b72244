import { operation, rule, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { type Call, type Change, Refusal } from '../../reference/index.ts'
import { isExpired } from './expiry-changes.faults.ts'

/** Forgets expiry for some calls. */
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
    does: 'an expired token still opens the default addresses',
    breaks: ['EXPIRY-06'],
    change: immortal(({ path }) => /(billing|shipping)Address$/.test(path)),
  },
  {
    id: 'expired-changes-password',
    does: 'an expired token still changes the password',
    breaks: ['EXPIRY-07', 'EXPIRY-08', 'EXPIRY-12'],
    change: immortal(({ path }) => path.endsWith('/me/password')),
  },
  {
    id: 'expired-revokes',
    does: 'an expired token still revokes, and ends newer tokens',
    breaks: ['EXPIRY-08', 'EXPIRY-12'],
    change: immortal(({ path }) => path.endsWith('/revoke-customer-token')),
  },
  {
    id: 'expired-revokes-softly',
    does: 'revoking with an expired token is answered true, and does nothing',
    breaks: ['EXPIRY-08'],
    change: (shop) => {
      immortal(({ path }) => path.endsWith('/revoke-customer-token'))(shop)
      operation('token.revoke', (call, revoke) => isExpired(shop, call) || revoke(call))(shop)
    },
  },
  {
    id: 'revoke-route-early',
    does: 'a release before 2.4.6 has the route to revoke with',
    breaks: ['EXPIRY-09', 'REVOKE-01', 'REVOKE-02', 'SCHEMA-04'],
    release: '2.4.5-p13',
    change: rule('revokeRoute', true),
  },
  {
    id: 'expired-closes-anonymous',
    does: 'an expired token is refused where no token is needed',
    breaks: ['EXPIRY-10'],
    change: operation('email.available', (call, inner, shop) => {
      if (isExpired(shop, call)) throw new Refusal(401, 'The token has expired.')
      return inner(call)
    }),
  },
  {
    id: 'expired-creates-nothing',
    does: 'nobody can register with an expired token in the header',
    breaks: ['EXPIRY-11'],
    change: operation('customer.create', (call, create, shop) => {
      if (isExpired(shop, call)) throw new Refusal(401, 'The token has expired.')
      return create(call)
    }),
  },
  {
    id: 'expired-creates-nobody-new',
    does: 'registering with an expired token in the header answers the account of the token',
    breaks: ['EXPIRY-11'],
    change: operation('customer.create', (call, create, shop) => {
      const claims = shop.services.verifyToken((call.headers.authorization ?? '').replace('Bearer ', ''))
      const owner = claims && shop.store.customers.get(claims.uid)
      return owner && isExpired(shop, call) ? shop.services.customerView(owner) : create(call)
    }),
  },
  {
    id: 'expired-changes-profile',
    does: 'an expired token still changes the profile',
    breaks: ['EXPIRY-14'],
    change: immortal(({ path, method }) => method === 'PUT' && path.endsWith('/customers/me')),
  },
  {
    id: 'expired-activates',
    does: 'an expired token is let through to activating the account',
    breaks: ['EXPIRY-15'],
    change: immortal(({ path }) => path.endsWith('/me/activate')),
  },
  {
    id: 'expired-not-found',
    does: 'an administrator’s route is not there for an expired token',
    breaks: ['EXPIRY-16'],
    change: service('authorize', (authorize, shop) => (call, access) => {
      if (access.startsWith('Magento_') && isExpired(shop, call))
        throw new Refusal(404, 'Request does not match any route.')
      return authorize(call, access)
    }),
  },
  {
    id: 'expired-resets-nothing',
    does: 'nobody sets a password by a link with an expired token in the header',
    breaks: ['EXPIRY-18'],
    change: operation('password.reset', (call, inner, shop) => {
      if (isExpired(shop, call)) throw new Refusal(401, 'The token has expired.')
      return inner(call)
    }),
  },
])
