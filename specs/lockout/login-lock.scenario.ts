import { strongPassword } from '../../src/perform/account.ts'
import { Halted } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { guesses } from '../shared/password-requests.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath } from '../shared/profile.ts'

/** Number of failed logins with one name after which a stock shop blocks the name. */
const failures = ['1', '2', '3', '4', '5', '6'] as const
/** Seconds after which a stock shop unlocks an account and a blocked name. */
const lockTime = 600
const closedTime = 1800

/** Other ways to log in with a name that is closed. */
const detours = [
  'closed name in capitals',
  'closed name by another way',
  'closed name without a store code',
  'closed name through all',
] as const

/** As if the request came from another client. */
const disguise = { 'content-type': 'application/xml', 'user-agent': 'another', 'x-forwarded-for': '203.0.113.7' }

const loginPath = '/V1/integration/customer/token'
const login = (username: string, password: string) => post(loginPath, { username, password })

export const loginLock = scenario(
  'login-lock',
  {
    chapter: 'Lockout',
    asks: 'passwords are guessed, at login and at the password change, until the shop locks the name or the account',
    rests: [
      {
        rest: ['right password under the closed name', ...detours],
        on: [
          'unknown name, failure 1',
          'unknown name, failure 2',
          'unknown name, failure 3',
          'unknown name, failure 4',
          'unknown name, failure 5',
          'unknown name, failure 6',
        ],
        was: 'refused',
      },
      {
        rest: ['right password under the closed name', ...detours, 'right password under the name half an hour later'],
        on: ['create under the closed name'],
        was: 'accepted',
      },
      {
        rest: ['right password after five failures'],
        on: ['failure 1', 'failure 2', 'failure 3', 'failure 4', 'failure 5', 'empty password'],
        was: 'refused',
      },
      {
        rest: ['guess 11', 'me of the locked', 'right password of the locked', 'right password ten minutes later'],
        on: guesses,
        was: 'refused',
      },
      {
        rest: ['right password of another after six failures'],
        on: [
          'failure 1 of another',
          'failure 2 of another',
          'failure 3 of another',
          'failure 4 of another',
          'failure 5 of another',
          'failure 6 of another',
        ],
        was: 'refused',
      },
    ],
  },
  async function* ({ ask, register, login: logIn, account, secret, pass, probe, lockout }) {
    if (probe('failed logins unlimited', false)) throw new Halted(unlimited)
    if (!lockout) throw new Halted(notAllowed)
    const wrong = secret(strongPassword())

    const late = account()
    for (const number of failures) yield* ask(`unknown name, failure ${number}`, login(late.email, wrong))
    const under = 'create under the closed name'
    yield* register(under, late.email, post('/V1/customers', minimalCustomer(late)))
    yield* ask('right password under the closed name', login(late.email, late.password))
    const { email: closed, password: right } = late
    yield* ask('closed name without a store code', { ...login(closed, right), store: null })
    yield* ask('closed name through all', { ...login(closed, right), store: 'all' })
    yield* ask('closed name in capitals', login(closed.toUpperCase(), right))
    const body = `<login><username>${closed}</username><password>${right}</password></login>`
    yield* ask('closed name by another way', post(loginPath, undefined, { body, headers: disguise }))

    const customer = account()
    const { email, password } = customer
    yield* register('create', email, post('/V1/customers', minimalCustomer(customer)))
    const token = yield* logIn('issue', customer)
    for (const number of failures.slice(0, 5)) yield* ask(`failure ${number}`, login(email, wrong))
    yield* ask('empty password', login(email, ''))
    yield* ask('right password after five failures', login(email, password))

    const guess = { currentPassword: wrong, newPassword: secret(strongPassword()) }
    for (const name of guesses) yield* ask(name, put(`${mePath}/password`, guess, { token }))
    yield* ask('guess 11', put(`${mePath}/password`, guess, { token }))
    yield* ask('me of the locked', get(mePath, { token }))
    yield* ask('right password of the locked', login(email, password))

    const known = account()
    yield* register('create another', known.email, post('/V1/customers', minimalCustomer(known)))
    yield* logIn('issue of another', known)
    for (const number of failures) yield* ask(`failure ${number} of another`, login(known.email, wrong))
    yield* ask('right password of another after six failures', login(known.email, known.password))

    await pass(lockTime + 2)
    yield* logIn('right password ten minutes later', customer)
    await pass(closedTime - lockTime)
    yield* logIn('right password under the name half an hour later', late)
  },
)

const unlimited = {
  kind: 'untestable',
  power: 'lockout',
  why: 'MAGENTO_LOCKOUT says that this shop does not limit failed logins',
  setting:
    'set oauth/authentication_lock/max_failures_count and customer/password/lockout_failures on the shop, and MAGENTO_LOCKOUT=on',
} as const

const notAllowed = {
  kind: 'untestable',
  power: 'lockout',
  why: 'the run may not lock accounts, not even its own',
  setting: 'set MAGENTO_LOCKOUT=on: the run then locks accounts that it created, for half an hour',
} as const
