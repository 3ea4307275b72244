import { Refusal } from '../errors.ts'
import type { Answer, Call, Shop } from '../types.ts'
import type { Handler } from './handler.ts'
import { dropped, form, page, redirect } from './markup.ts'

/** Redirect target of logged-in customers. */
export const account = '/customer/account/'
const loginPage = '/customer/account/login/'

/** Creates an error message for the next page. */
export const error = (text: string) => ({ type: 'error', text })

/** Redirects a guest to the login, which stores the requested page. */
export function toLogin(shop: Shop, call: Call): Answer {
  const url = `${shop.baseUrl}${call.path}`
  shop.services.rememberPage(call, url.replace(/(\/customer\/\w+)\/?$/, '$1/index/'))
  return redirect(shop, call, `${loginPage}referer/${encodeURIComponent(Buffer.from(url).toString('base64'))}/`)
}

/** The error for a form with a wrong form key. */
export const invalidFormKey = error('Invalid Form Key. Please refresh the page.')

/** The page with the login form. */
export const login: Handler = {
  GET: (shop, call) => {
    const [, referer = ''] = /\/referer\/([\w=%-]+)/.exec(call.path) ?? []
    if (referer) shop.services.rememberPage(call, Buffer.from(decodeURIComponent(referer), 'base64').toString())
    const attributes = `class="form form-login" action="${shop.baseUrl}/customer/account/loginPost/" id="login-form"`
    const fields = form(shop, call, attributes, [
      ['login[username]', 'email'],
      ['login[password]', 'password'],
    ])
    return page(shop, call, 'Customer Login', fields)
  },
}

/** Handles the login form. */
export const loginPost: Handler = {
  POST: (shop, call, sent) => {
    if (!shop.services.formKeyFits(call, sent)) return redirect(shop, call, account, invalidFormKey)
    const { username = '', password = '' } = (sent.login ?? {}) as Record<string, string>
    const wanted = pathOf(shop, shop.services.rememberedPage(call))
    try {
      const customer = shop.services.loginAtStorefront(call, username, password)
      const answer = redirect(shop, call, wanted ?? account)
      answer.headers.push(dropped(call, 'form_key'), [
        'Set-Cookie',
        `X-Magento-Vary=${shop.services.varyOf(customer)}; Max-Age=3600; path=/; HttpOnly; SameSite=Lax`,
      ])
      return answer
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure
      return redirect(shop, call, wanted ?? loginPage, error(failure.message))
    }
  },
}

/** Returns the path of a redirect target if it belongs to the shop. */
const pathOf = ({ baseUrl }: Shop, url: string | undefined) =>
  url?.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url

/** Ends the session. */
export const logout: Handler = {
  GET: (shop, call) => {
    shop.services.endSession(call)
    const answer = redirect(shop, call, '/customer/account/logoutSuccess/')
    answer.headers.push(dropped(call, 'form_key'))
    return answer
  },
}

/** The page after a logout. */
export const logoutSuccess: Handler = {
  GET: (shop, call) => page(shop, call, 'You are signed out', '<p>You have signed out.</p>'),
}
