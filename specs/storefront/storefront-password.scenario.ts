import { strongPassword } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { put } from '../../src/target/client/request.ts'
import { create } from '../shared/password-requests.ts'
import { enter, loginFields, storefront } from './storefront.ts'

export const storefrontPassword = scenario(
  'storefront-password',
  {
    chapter: 'Storefront',
    asks: 'a customer changes the password over REST while logged in to the storefront',
    needs: ['storefront'],
    rests: [
      {
        rest: [
          'account after the change',
          'old password',
          'account with the old password',
          'new password',
          'account with the new password',
        ],
        on: ['change'],
        was: 'accepted',
      },
    ],
  },
  async function* ({ ask, register, login, account, secret, visitor, form, nextSecond }) {
    const customer = account()
    yield* register('create', customer.email, create(customer))
    const token = yield* login('token', customer)
    const newPassword = secret(strongPassword())
    const guest = visitor()
    yield* enter(guest, form, customer)
    const change = { currentPassword: customer.password, newPassword }
    // Some releases end only the sessions of earlier seconds, not those of the same second.
    await nextSecond()
    yield* ask('change', put('/V1/customers/me/password', change, { token }))
    yield* guest.visit('account after the change', storefront.account)

    const other = visitor()
    const entered = loginFields(customer)
    const entrance = form(yield* other.visit('login page after the change', storefront.login), 'loginForm')
    yield* other.submit('old password', entrance, entered)
    yield* other.visit('account with the old password', storefront.account)
    yield* other.submit('new password', entrance, { ...entered, 'login[password]': newPassword })
    yield* other.visit('account with the new password', storefront.account)
  },
)
