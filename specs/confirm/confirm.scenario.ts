import { randomLetters } from '../../src/perform/account.ts'
import { idAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, inPath, post, put, type Token } from '../../src/target/client/request.ts'
import { create } from '../shared/password-requests.ts'

const wrongKey = () => randomLetters(32)

export const activate = (email: string, confirmationKey: string, token?: Token) =>
  put(`/V1/customers/${inPath(email)}/activate`, { confirmationKey }, token ? { token } : {})

/** From 2.4.9 on the key alone is enough. */
export const activateWithKey = (email: string, confirmationKey: string) =>
  post('/V1/customers/activate', { email, confirmationKey })

export const confirmAsAnyone = scenario(
  'confirm-as-anyone',
  {
    chapter: 'Confirm the account',
    asks: 'guests and a customer try to confirm an account',
  },
  async function* ({ ask, register, login, account, secret }) {
    const customer = account()
    const { email } = customer
    const created = yield* register('create', email, create(customer))
    const token = yield* login('token', customer)
    const confirmationKey = secret(wrongKey())
    yield* ask('resend', post('/V1/customers/confirm', { email, websiteId: idAt(created, '/website_id') }))
    yield* ask('activate', activate(email, confirmationKey))
    yield* ask('activate with a key', activateWithKey(email, confirmationKey))
    yield* ask('activate nobody with a key', activateWithKey(account().email, confirmationKey))
    yield* ask('activate me as guest', put('/V1/customers/me/activate', { confirmationKey }))
    yield* ask('activate me', put('/V1/customers/me/activate', { confirmationKey }, { token }))
    yield* ask('status', get(`/V1/customers/${idAt(created, '/id')}/confirm`, { token }))
  },
)

export const confirmAsAdmin = scenario(
  'confirm-as-admin',
  {
    chapter: 'Confirm the account',
    asks: 'an administrator reads the status of an active account, and tries to confirm it',
    needs: ['admin'],
  },
  async function* ({ ask, register, login, account, admin, secret }) {
    const customer = account()
    const { email } = customer
    const created = yield* register('create', email, create(customer))
    const id = idFrom(created)
    const websiteId = idAt(created, '/website_id')
    yield* login('token', customer)
    const token = admin()
    const resend = (body: object) => post('/V1/customers/confirm', body, { token })
    yield* ask('status', get(`/V1/customers/${id}/confirm`, { token }))
    yield* ask('status of nobody', get('/V1/customers/2147483647/confirm', { token }))
    yield* ask('activate', activate(email, secret(wrongKey()), token))
    yield* ask('resend', resend({ email, websiteId }))
    yield* ask('resend to nobody', resend({ email: account().email, websiteId }))
    yield* ask('resend nowhere', resend({ email }))
  },
)
