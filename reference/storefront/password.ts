import { Breakdown, Refusal } from '../errors.ts'
import type { Shop } from '../types.ts'
import type { Handler } from './handler.ts'
import { error, invalidFormKey } from './login.ts'
import { form, formWithoutKey, page, redirect } from './markup.ts'

const forgotten = '/customer/account/forgotpassword/'
const create = '/customer/account/createpassword/'

/** The page that asks for the e-mail address for a reset link. */
export const forgotPassword: Handler = {
  GET: (shop, call) => {
    const attributes = `class="form password forget" action="${shop.baseUrl}/customer/account/forgotpasswordpost/"`
    return page(shop, call, 'Forgot Your Password?', form(shop, call, attributes, [['email', 'email']]))
  },
}

/** The link of a mail: its values are stored in the session, and the redirect to the form does not contain them. */
export const createPassword: Handler = {
  GET: (shop, call) => {
    const session = shop.services.sessionOf(call)
    const { token } = call.query
    if (typeof token === 'string') {
      const customerId = shop.services.customerOfLink(token, call.query.id)
      if (customerId === undefined)
        return redirect(shop, call, forgotten, error('Your password reset link has expired.'))
      session.resetLink = { customerId, token }
      return redirect(shop, call, create)
    }
    const link = session.resetLink
    const isStillValid = link && shop.services.customerOfLink(link.token, link.customerId) !== undefined
    if (!isStillValid) return redirect(shop, call, forgotten, error('Your password reset link has expired.'))
    return page(shop, call, 'Set a New Password', passwordForm(shop, link))
  },
}

/** Unlike the other forms it has no form key of its own. */
function passwordForm(shop: Shop, { customerId, token }: { customerId: number; token: string }): string {
  const id = shop.rules.storefrontNamesCustomer ? `id=${customerId}&amp;` : ''
  const action = `${shop.baseUrl}/customer/account/resetpasswordpost/?${id}token=${token}`
  return formWithoutKey(`class="form password reset" action="${action}" id="form-validate"`, [
    ['password', 'password'],
    ['password_confirmation', 'password'],
  ])
}

/** Handles the form behind the link. */
export const resetPasswordPost: Handler = {
  POST: (shop, call, sent) => {
    if (!shop.services.formKeyFits(call, sent)) return redirect(shop, call, '/', invalidFormKey)
    const token = String(call.query.token ?? '')
    const customerId = shop.services.customerOfLink(token, call.query.id)
    const { password, password_confirmation: again } = sent
    try {
      if (customerId === undefined) throw new Breakdown('no customer with the token')
      if (password !== again) throw new Refusal(400, "New Password and Confirm New Password values didn't match.")
      shop.services.setPasswordByLink(shop.services.customerById(customerId), token, String(password))
      return redirect(shop, call, '/customer/account/login/', { type: 'success', text: 'You updated your password.' })
    } catch (failure) {
      const text = failure instanceof Refusal ? failure.message : 'Something went wrong while saving the new password.'
      return redirect(shop, call, create, error(text))
    }
  },
}
