import { strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { newestToken } from '../shared/links.ts'
import { checkLink, create, logIn, resetPassword } from '../shared/password-requests.ts'
import { firstMails, forLink, loginForLink, withLink } from '../shared/reset-mail.ts'

/** Lifetime of a link in a stock shop, and how long before its expiry it is used, in seconds. */
const lifetime = 7200
const margin = 120

export const resetExpiry = scenario(
  'reset-expiry',
  {
    chapter: 'Reset the password',
    asks: 'a link is used shortly before and shortly after it is two hours old',
    needs: ['mailbox', 'clock'],
    rests: [{ rest: ['password of the late reset', 'old password'], on: ['reset after its end'], was: 'refused' }],
  },
  async function* (stage) {
    const { ask, register, account, secret, mail, pass, evidence } = stage
    const customer = account()
    const { email } = customer
    const late = secret(strongPassword())
    const id = idFrom(yield* register('create', email, forLink(stage, create(customer))))
    const { password } = yield* loginForLink(stage, 'token', customer)
    const welcomed = yield* mail('welcome', email, firstMails(stage))
    const link = newestToken(yield* withLink(stage, 'welcome', email, welcomed), stage)
    evidence('none')
    await pass(lifetime - margin, { shorter: 'move the shop’s own clock with MAGENTO_CLOCK' })
    yield* ask('link before its end', checkLink(id, link))
    await pass(margin, { atLeast: true })
    yield* ask('link after its end', checkLink(id, link))
    yield* ask('reset after its end', resetPassword(email, link, late))
    yield* ask('password of the late reset', logIn({ email, password: late }))
    yield* ask('old password', logIn({ email, password }))
  },
)
