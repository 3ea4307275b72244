import { strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, put } from '../../src/target/client/request.ts'
import { newestToken, welcomeMails } from '../shared/links.ts'
import { changePassword, checkLink, create, logIn, resetPassword } from '../shared/password-requests.ts'

export const resetEnded = scenario(
  'reset-ended',
  {
    chapter: 'Reset the password',
    asks: 'a link is followed after the password or the e-mail was changed, and after the profile was saved',
    needs: ['mailbox'],
    records: [
      'create',
      'create the changer of e-mail',
      'token',
      'token of the changer of e-mail',
      'change the password',
      'reset after the change',
      'password of the late reset',
      'me',
      'save the profile',
      'link after the save',
      'change the e-mail',
      'link after the change of e-mail',
      'reset under the new e-mail',
    ],
    mails: ['welcome', 'welcome of the changer of e-mail', 'mails to the old e-mail', 'mails to the new e-mail'],
  },
  async (stage) => {
    const { ask, register, login, account, secret, mail } = stage
    const { email: newEmail } = account()
    const mover = account()
    const moverId = idFrom(await register('create the changer of e-mail', mover.email, create(mover)))
    const moverToken = await login('token of the changer of e-mail', mover)
    const moverLook = await mail('welcome of the changer of e-mail', mover.email, welcomeMails(stage))
    const moverLink = newestToken(moverLook, stage)
    const me = (await ask('me', get('/V1/customers/me', { token: moverToken }))).json as object
    const save = (changes: object) =>
      put('/V1/customers/me', { customer: { ...me, ...changes } }, { token: moverToken })
    await ask('save the profile', save({}))
    await ask('link after the save', checkLink(moverId, moverLink))
    await register('change the e-mail', newEmail, save({ email: newEmail }))
    await ask('link after the change of e-mail', checkLink(moverId, moverLink))
    await ask('reset under the new e-mail', resetPassword(newEmail, moverLink, secret(strongPassword())))

    const customer = account()
    const { email } = customer
    await register('create', email, create(customer))
    const token = await login('token', customer)
    const link = newestToken(await mail('welcome', email, welcomeMails(stage)), stage)
    await mail('mails to the old e-mail', mover.email, welcomeMails(stage))
    await mail('mails to the new e-mail', newEmail, 0)
    const late = secret(strongPassword())
    await ask('change the password', changePassword(token, customer.password, secret(strongPassword())))
    await ask('reset after the change', resetPassword(email, link, late))
    await ask('password of the late reset', logIn({ email, password: late }))
  },
)
