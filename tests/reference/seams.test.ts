import { describe, expect, it } from 'vitest'
import { type Change, wrapOperation } from '../../reference/index.ts'
import { type Client, clientOf, email, password } from './client.ts'

/** Changes to the reference that break a requirement in a few lines, in an old release and in the newest. */
const breaks: [text: string, change: Change, seen: (client: Client) => Promise<unknown>][] = [
  [
    'the lock is not consulted',
    (shop) => {
      shop.services.isLocked = () => false
    },
    async ({ shop, register, login }) => {
      await register()
      shop.settings.set('customer/password/lockout_failures', '1')
      await login('Wrong1word')
      return typeof (await login()) === 'string'
    },
  ],
  [
    'expiry is ignored',
    (shop) => {
      shop.services.isTokenExpired = () => false
      shop.services.isOpaqueTokenExpired = () => false
    },
    async ({ clock, signedIn, ask }) => {
      const { token } = await signedIn()
      clock.advance(99_999)
      return (await ask('GET', '/customers/me', { token })).status === 200
    },
  ],
  [
    'me is somebody else',
    (shop) =>
      wrapOperation(shop, 'customer.me', (call, me) => {
        call.arguments.customerId = 1
        return me(call)
      }),
    async ({ register, login, ask }) => {
      await register({ email: 'john@example.com' })
      await register()
      return (await ask('GET', '/customers/me', { token: await login() })).body.email === 'john@example.com'
    },
  ],
  [
    'classes of characters are not counted',
    (shop) => {
      shop.services.checkPasswordClasses = () => {}
    },
    async ({ register }) => (await register({}, 'aaaaaaaa')).status === 200,
  ],
  [
    'a reset token is not consumed',
    (shop) => {
      shop.services.consumeResetToken = () => {}
    },
    async ({ register, ask, lastLink }) => {
      await register()
      const resetToken = new URL(lastLink()).searchParams.get('token')
      const reset = () =>
        ask('POST', '/customers/resetPassword', { json: { email, resetToken, newPassword: 'Newpass2word' } })
      await reset()
      return (await reset()).status === 200
    },
  ],
  [
    'mails are sent twice, and elsewhere',
    (shop) => {
      const { sendMail } = shop.services
      shop.services.sendMail = (_to, ...rest) =>
        sendMail('a@example.com', ...rest) && sendMail('b@example.com', ...rest)
    },
    async ({ shop, register }) => {
      await register()
      return shop.outbox.mails.map(({ to }) => to).join() === 'a@example.com,b@example.com'
    },
  ],
  [
    'revoking ends only the token presented',
    (shop) => {
      const dead = new Set<string>()
      const { readToken } = shop.services
      shop.rules.revokeRoute = true
      shop.services.readToken = (text) => (dead.has(text) ? undefined : readToken(text))
      shop.operations['token.revoke'] = (call) => Boolean(dead.add(call.headers.authorization?.split(' ')[1] ?? ''))
    },
    async ({ clock, signedIn, login, ask }) => {
      const { token } = await signedIn()
      clock.advance(1)
      const second = await login()
      await ask('POST', '/integration/customer/revoke-customer-token', { token })
      const statuses = [token, second].map(async (one) => (await ask('GET', '/customers/me', { token: one })).status)
      return (await Promise.all(statuses)).join() === '401,200'
    },
  ],
  [
    'an answer is changed, header and value',
    (shop) =>
      shop.onAnswer((call, answer) => {
        if (call.route?.operation !== 'customer.create' || answer.status !== 200) return undefined
        const value = { ...(answer.value as object), password }
        return { ...answer, status: 201, value, headers: [...answer.headers, ['Location', '/customers/1']] }
      }),
    async ({ register }) => {
      const { status, body, headers } = await register()
      return status === 201 && body.password === password && headers.location === '/customers/1'
    },
  ],
  [
    'an answer is sent as it is',
    (shop) =>
      shop.onAnswer((_call, answer) => {
        answer.body = '{"message": '
        return answer
      }),
    async ({ shop }) => {
      const body = Buffer.alloc(0)
      const answer = await shop.handle({ method: 'GET', url: '/rest/V1/directory/countries', headers: {}, body })
      return answer.body === '{"message": '
    },
  ],
]

describe.each(breaks)('%s', (_text, change, seen) => {
  it.each(['2.3.7-p4', '2.4.8-p1'])('%s', async (release) => {
    expect(await seen(clientOf(release))).toBe(false)
    expect(await seen(clientOf(release, { changes: [change] }))).toBe(true)
  })
})
