import { Refusal } from '../errors.ts'
import type { Answer, Call, Shop } from '../types.ts'
import type { Handler } from './handler.ts'
import { form, page, redirect } from './markup.ts'

/** Where whoever is logged in is led to. */
export const account = '/customer/account/'

/** A message for the page that comes next. */
export const error = (text: string) => ({ type: 'error', text })

/** A guest is led to the login, which remembers where it was wanted to go. */
export function toLogin(shop: Shop, call: Call): Answer {
  const wanted = Buffer.from(`${shop.baseUrl}${call.path}`).toString('base64')
  return redirect(shop, call, `/customer/account/login/referer/${encodeURIComponent(wanted)}/`)
}

/** What whoever sends a form without the key of the session is told. */
export const invalidFormKey = error('Invalid Form Key. Please refresh the page.')

/** The page with the login form. */
export const login: Handler = {
  GET: (shop, call) => {
    const referer = /\/referer\/[\w=%-]+/.exec(call.path)?.[0] ?? ''
    const action = `${shop.baseUrl}/customer/account/loginPost${referer}/`
    const attributes = `class="form form-login" action="${action}" id="login-form"`
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
    try {
      const customer = shop.services.loginAtStorefront(call, username, password)
      const answer = redirect(shop, call, account)
      answer.headers.push([
        'Set-Cookie',
        `X-Magento-Vary=${shop.services.varyOf(customer)}; Max-Age=3600; path=/; HttpOnly`,
      ])
      return answer
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure
      return redirect(shop, call, '/customer/account/login/', error(failure.message))
    }
  },
}

/** Ends the session, whoever asks. */
export const logout: Handler = {
  GET: (shop, call) => {
    shop.services.endSession(call)
    return redirect(shop, call, '/customer/account/logoutSuccess/')
  },
}

/** Where a logout leads to. */
export const logoutSuccess: Handler = {
  GET: (shop, call) => page(shop, call, 'You are signed out', '<p>You have signed out.</p>'),
}
