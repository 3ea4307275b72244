import { parseRelease } from '../../release/index.ts'
import { strongPassword } from '../../src/perform/account.ts'
import { customerFrom } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, put } from '../../src/target/client/request.ts'
import { newestToken, welcomeMails } from '../shared/links.ts'
import { changePassword, checkLink, create, logIn, resetPassword } from '../shared/password-requests.ts'
import { asksForLinks, withLink } from '../shared/reset-mail.ts'

export const resetEnded = scenario(
  'reset-ended',
  {
    chapter: 'Reset the password',
    asks: 'a reset link is used after the password or the e-mail was changed, and after the profile was saved',
    needs: ['mailbox'],
    rests: [
      { rest: ['link after the save'], on: ['save the profile'], was: 'accepted' },
      {
        rest: [
          'link after the change of e-mail',
          'reset under the new e-mail',
          'mails to the old e-mail',
          'mails to the new e-mail',
        ],
        on: ['change the e-mail'],
        was: 'accepted',
      },
      { rest: ['reset after the change', 'password of the late reset'], on: ['change the password'], was: 'accepted' },
      { rest: ['password of the late reset'], on: ['reset after the change'], was: 'refused' },
    ],
  },
  async function* (stage) {
    const { ask, register, login, account, secret, mail } = stage
    const { email: newEmail } = account()
    const mover = account()
    const moverId = idFrom(yield* register('create the changer of e-mail', mover.email, create(mover)))
    const moverToken = yield* login('token of the changer of e-mail', mover)
    const moverLook = yield* mail('welcome of the changer of e-mail', mover.email, welcomeMails(stage))
    const moverLink = newestToken(yield* withLink(stage, 'mover', mover.email, moverLook), stage)
    const me = customerFrom(yield* ask('me', get('/V1/customers/me', { token: moverToken })))
    const save = (changes: object) =>
      put('/V1/customers/me', { customer: { ...me, ...changes } }, { token: moverToken })
    yield* ask('save the profile', save({}))
    yield* ask('link after the save', checkLink(moverId, moverLink))
    yield* register('change the e-mail', newEmail, save({ email: newEmail }))
    yield* ask('link after the change of e-mail', checkLink(moverId, moverLink))
    yield* ask('reset under the new e-mail', resetPassword(newEmail, moverLink, secret(strongPassword())))

    const customer = account()
    const { email } = customer
    yield* register('create', email, create(customer))
    const token = yield* login('token', customer)
    const welcomed = yield* mail('welcome', email, welcomeMails(stage))
    const link = newestToken(yield* withLink(stage, 'welcome', email, welcomed), stage)
    const sent = welcomeMails(stage) + (asksForLinks(stage, parseRelease(stage.release)) ? 1 : 0)
    yield* mail('mails to the old e-mail', mover.email, sent)
    yield* mail('mails to the new e-mail', newEmail, 0)
    const late = secret(strongPassword())
    yield* ask('change the password', changePassword(token, customer.password, secret(strongPassword())))
    yield* ask('reset after the change', resetPassword(email, link, late))
    yield* ask('password of the late reset', logIn({ email, password: late }))
  },
)
