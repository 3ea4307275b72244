import { operation, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { type Customer, Refusal } from '../../reference/index.ts'
import { type Credentials, credentials, named, refused } from './login-changes.faults.ts'

export const loginFaults = faults([
  {
    id: 'unknown-email-told',
    does: 'a login with an unknown e-mail returns 404',
    breaks: [
      'LOCK-14',
      'TOKEN-17',
      'TOKEN-22',
      'TOKEN-34',
      'LOCK-12',
      'TOKEN-28',
      'TOKEN-29',
      'ACCESS-31',
      'LOCK-03',
      'LOCK-04',
      'LOCK-05',
      'BIND-10',
      'PROFILE-39',
      'ADMIN-35',
      'TOKEN-39',
    ],
    change: operation('token.create', (call, login, shop) => {
      const { username, password } = call.arguments as unknown as Credentials
      const known = shop.services.findCustomer(username, shop.services.currentWebsite(call.store))
      if (username && password && !known) throw refused(404, 'No such entity with email')
      return login(call)
    }),
  },
  {
    id: 'wrong-password-told',
    does: 'a wrong password and an unknown e-mail return different errors',
    breaks: [
      'CREATE-11',
      'TOKEN-17',
      'TOKEN-19',
      'TOKEN-20',
      'TOKEN-35',
      'TOKEN-36',
      'LOCK-01',
      'RESET-16',
      'CHANGE-02',
      'LOCK-13',
    ],
    change: operation('token.create', (call, login, shop) => {
      const { username, password } = call.arguments as unknown as Credentials
      const known = shop.services.findCustomer(username, shop.services.currentWebsite(call.store))
      const wrong = known && password && !shop.services.passwordMatches(known, password)
      if (wrong && !shop.services.isThrottled(username, 'customer')) {
        shop.services.countWrongPassword(known)
        shop.services.countFailedLogin(username, 'customer')
        throw refused(401, 'The password is wrong.')
      }
      return login(call)
    }),
  },
  {
    id: 'password-not-compared',
    does: 'any password is accepted at login',
    breaks: [
      'CREATE-11',
      'POLICY-08',
      'TOKEN-17',
      'TOKEN-19',
      'TOKEN-20',
      'TOKEN-35',
      'TOKEN-36',
      'LOCK-01',
      'LOCK-13',
      'LOCK-07',
      'RESET-16',
      'RESET-30',
      'RESET-31',
      'RESET-33',
      'RESET-39',
      'RESET-45',
      'RESET-46',
      'CHANGE-03',
      'CHANGE-21',
      'CHANGE-18',
      'PROFILE-41',
      'STORE-04',
      'STORE-05',
      'STORE-06',
      'STORE-07',
      'STORE-41',
      'STORE-53',
      'POLICY-19',
    ],
    change: operation('token.create', async (call, login, shop) => {
      const { passwordMatches } = shop.services
      shop.services.passwordMatches = () => true
      try {
        return await login(call)
      } finally {
        shop.services.passwordMatches = passwordMatches
      }
    }),
  },
  {
    id: 'password-case-ignored',
    does: 'the letter case of a password is ignored',
    breaks: ['TOKEN-19', 'STORE-04', 'STORE-05', 'STORE-06', 'STORE-07'],
    change: service('hashPassword', (hash) => (password, salt) => hash(password.toLowerCase(), salt)),
  },
  {
    id: 'password-trimmed',
    does: 'spaces around a password are removed at login',
    breaks: ['TOKEN-20'],
    change: credentials(({ username, password }) => ({ username, password: password.trim() })),
  },
  {
    id: 'password-cut-at-eight',
    does: 'only the first eight characters of a password are compared, as in old crypt',
    breaks: ['POLICY-08', 'TOKEN-17', 'TOKEN-20', 'TOKEN-36', 'CHANGE-03', 'POLICY-19'],
    change: service('hashPassword', (hash) => (password, salt) => hash(password.slice(0, 8), salt)),
  },
  {
    id: 'email-case-matters',
    does: 'an e-mail in capitals is not found at login',
    breaks: ['TOKEN-38', 'TOKEN-18', 'PROFILE-53', 'ADMIN-43'],
    change: credentials(({ username }) => {
      if (/[A-Z]/.test(username)) throw refused(401)
      return undefined
    }),
  },
  {
    id: 'email-blank-matters',
    does: 'an e-mail with a trailing space is not found at login',
    breaks: ['TOKEN-21'],
    change: credentials(({ username }) => {
      if (/ $/.test(username)) throw refused(401)
      return undefined
    }),
  },
  {
    id: 'email-trimmed-at-login',
    does: 'spaces around the e-mail are removed at login',
    breaks: ['TOKEN-22'],
    change: credentials(({ username, password }) => ({ username: username.trim(), password })),
  },
  {
    id: 'login-injection',
    does: 'an SQL condition in the user name is executed and matches the first customer',
    breaks: ['TOKEN-29'],
    change: operation('token.create', (call, login, shop) => {
      const [first] = shop.store.customers.keys()
      const tricked = /' or '1'='1/.test(String(call.arguments.username))
      return tricked ? shop.services.issueToken({ type: 'customer', id: first ?? 1 }) : login(call)
    }),
  },
  {
    id: 'login-injection-breaks-query',
    does: 'a quote in the user name breaks the database query',
    breaks: ['TOKEN-29'],
    change: credentials(({ username }) => {
      if (username.includes("'")) throw refused(500, 'Internal Error. Report ID: webapi-0123456789abc')
      return undefined
    }),
  },
  {
    id: 'login-by-get',
    does: 'a token is issued for a GET request',
    breaks: ['TOKEN-30', 'SCHEMA-02', 'SCHEMA-04'],
    change: (shop) => {
      const post = shop.routes.find((route) => route.operation === 'token.create')
      if (post) shop.routes.push({ ...post, method: 'GET' })
    },
  },
  {
    id: 'unknown-credentials-refused',
    does: 'a login with an unknown key is rejected',
    breaks: ['TOKEN-31'],
    change: operation('token.create', (call, login) => {
      const unknown = Object.keys(call.input).find((key) => !['username', 'password'].includes(key))
      if (unknown) throw refused(400, `Unknown field ${unknown}`)
      return login(call)
    }),
  },
  {
    id: 'bad-token-closes-login',
    does: 'a login with an invalid token in the header is rejected',
    breaks: ['TOKEN-32'],
    change: operation('token.create', (call, login) => {
      if (call.headers.authorization && !call.user) throw refused(401, 'The token is invalid.')
      return login(call)
    }),
  },
  {
    id: 'login-decodes-passwords',
    does: 'a login decodes %20 in a password, as in a URL',
    breaks: ['POLICY-18', 'CHANGE-20', 'RESET-70'],
    change: operation('token.create', (call, login) => {
      const { password } = call.arguments
      const decoded = typeof password === 'string' ? password.replaceAll('%20', ' ') : password
      return login({ ...call, arguments: { ...call.arguments, password: decoded } })
    }),
  },
  {
    id: 'no-password-is-told',
    does: 'a login to an account without a password returns a different error',
    breaks: ['CREATE-11'],
    change: operation('token.create', (call, login, shop) => {
      const known = named(call, shop)
      if (known && !known.passwordHash) throw new Refusal(401, 'Choose a password first.')
      return login(call)
    }),
  },
  {
    id: 'email-by-pattern',
    does: 'a login treats a percent sign in the e-mail as a wildcard',
    breaks: ['TOKEN-34'],
    change: service('findCustomer', (find, shop) => (email, website) => {
      const [start, end] = email.split('%')
      if (end === undefined) return find(email, website)
      const fits = (known: Customer) => known.email.startsWith(start ?? '') && known.email.endsWith(end)
      return [...shop.store.customers.values()].find(fits)
    }),
  },
])
