import type { Session } from '../session.ts'
import { jane, unknown } from './jane.ts'

export async function passwords(session: Session, bearer: string) {
  const { ask } = session
  const newPassword = 'Password2'
  await ask('changeMyPassword', 'The right password', {
    bearer,
    body: { currentPassword: jane.password, newPassword },
  })
  await ask('changeMyPassword', 'A wrong password', { bearer, body: { currentPassword: 'wrong', newPassword } })
  await ask('changeMyPassword', 'The new one is too short', {
    bearer,
    body: { currentPassword: newPassword, newPassword: 'Pass1' },
  })
  await reset(session)
}

async function reset({ ask, mailed, shop }: Session) {
  const template = 'email_reset'
  const id = 'requestPasswordReset'
  await ask(id, 'There is no such template', { body: { email: jane.username, template: 'other' } })
  shop.clock.advance(600)
  await ask(id, 'An unknown address', { body: { email: 'nobody@example.com', template } })
  shop.clock.advance(600)
  await ask(id, 'A mail is sent', { body: { email: jane.username, template } })
  await ask(id, 'Again within ten minutes', { body: { email: jane.username, template } })
  const resetToken = mailed('token')
  const path = { customerId: 2, resetPasswordLinkToken: resetToken }
  await ask('checkPasswordResetLink', 'The link of the mail', { path })
  await ask('checkPasswordResetLink', 'Another token', { path: { ...path, resetPasswordLinkToken: 'another' } })
  await ask('checkPasswordResetLink', 'There is no such customer', { path: { ...path, customerId: unknown } })
  const body = { email: jane.username, resetToken, newPassword: 'Password3' }
  await ask('resetPassword', 'The token of the mail', { body })
  await ask('resetPassword', 'The token a second time', { body })
  await ask('resetPassword', 'An unknown address', { body: { ...body, email: 'nobody@example.com' } })
}
