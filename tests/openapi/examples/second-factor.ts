import { TOTP } from 'otpauth'
import type { Session } from '../session.ts'

const otpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

export async function secondFactor({ ask, shop }: Session) {
  const [admin] = shop.store.admins
  if (admin) admin.otpSecret = otpSecret
  const login = { username: 'admin', password: 'Admin123' }
  const otp = () => new TOTP({ secret: otpSecret }).generate({ timestamp: shop.clock.now() })
  const id = 'createAdministratorTokenWithCode'
  await ask(id, 'The right code', { body: { ...login, otp: otp() } })
  await ask(id, 'A wrong code', { body: { ...login, otp: '000000' } })
  await ask(id, 'No code', { body: login })
  if (shop.rules.secondFactor) await ask('createAdministratorToken', 'A code is wanted', { body: login })
}
