import { Refusal } from '../errors.ts'
import type { Answer, Call, Shop } from '../types.ts'
import type { Handler } from './handler.ts'
import { dropped, form, page, redirect } from './markup.ts'

/** Where whoever is logged in is led to. */
export const account = '/customer/account/'
const loginPage = '/customer/account/login/'

/** A message for the page that comes next. */
export const error = (text: string) => ({ type: 'error', text })

/** A guest is led to the login, which remembers where it was wanted to go. */
export function toLogin(shop: Shop, call: Call): Answer {
  const url = `${shop.baseUrl}${call.path}`
  shop.services.rememberPage(call, url.replace(/(\/customer\/\w+)\/?$/, '$1/index/'))
  return redirect(shop, call, `${loginPage}referer/${encodeURIComponent(Buffer.from(url).toString('base64'))}/`)
}

/** What whoever sends a form without the key of the session is told. */
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

/** What the login form sends. */
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

/** A page to lead to, as a path where it is the shop's own. */
const pathOf = ({ baseUrl }: Shop, url: string | undefined) =>
  url?.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url

/** Ends the session, whoever asks. */
export const logout: Handler = {
  GET: (shop, call) => {
    shop.services.endSession(call)
    const answer = redirect(shop, call, '/customer/account/logoutSuccess/')
    answer.headers.push(dropped(call, 'form_key'))
    return answer
  },
}

/** Where a logout leads to. */
export const logoutSuccess: Handler = {
  GET: (shop, call) => page(shop, call, 'You are signed out', '<p>You have signed out.</p>'),
}
