import { answers, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Answer } from '../../reference/index.ts'
import { at, rewritten, sentTo, shownAt } from './page-changes.faults.ts'

const dropping =
  (name: string) =>
  ({ headers }: Answer): Partial<Answer> => ({
    headers: headers.filter(([key, value]) => key !== 'Set-Cookie' || !value.startsWith(`${name}=`)),
  })

export const storefrontLoginFaults = faults([
  {
    id: 'account-page-open-to-guests',
    does: 'the account page of the storefront is served to guests, with nothing in it',
    breaks: ['STORE-01', 'STORE-04', 'STORE-06', 'STORE-07', 'STORE-14', 'STORE-40', 'STORE-41', 'STORE-54'],
    change: answers(
      (call, { status }) => at('account')(call) && status === 302,
      () => ({ status: 200, body: '<h1>My Account</h1>' }),
    ),
  },
  {
    id: 'login-form-without-form-key',
    does: 'the storefront login page has no form key',
    breaks: ['STORE-02'],
    change: answers(
      shownAt('account/login'),
      rewritten((html) => html.replace(/<input name="form_key"[^>]*>/g, '')),
    ),
  },
  {
    id: 'login-form-leads-elsewhere',
    does: 'the storefront login form posts to the wrong page',
    breaks: ['STORE-02', 'STORE-03', 'STORE-05', 'STORE-41', 'STORE-63'],
    change: answers(
      shownAt('account/login'),
      rewritten((html) => html.replace('/customer/account/loginPost/', '/customer/account/login/')),
    ),
  },
  {
    id: 'storefront-refuses-rest-accounts',
    does: 'accounts created over REST cannot log in to the storefront',
    breaks: ['STORE-03', 'STORE-41'],
    change: service('beginSession', () => () => {}),
  },
  {
    id: 'storefront-wrong-password-logs-in',
    does: 'the storefront logs in with any password',
    breaks: ['STORE-04', 'STORE-05', 'STORE-06', 'STORE-07', 'STORE-41'],
    change: service('loginAtStorefront', (inner, shop) => (call, email, password) => {
      const customer = shop.services.findCustomer(email, call.store.websiteId)
      if (!customer) return inner(call, email, password)
      shop.services.beginSession(call, customer)
      return customer
    }),
  },
  {
    id: 'storefront-says-nothing-of-a-wrong-password',
    does: 'the storefront shows no error after a wrong password',
    breaks: ['STORE-05'],
    change: answers(sentTo('account/loginpost'), dropping('mage-messages')),
  },
  {
    id: 'storefront-says-that-the-account-is-unknown',
    does: 'the storefront’s error after a wrong password reveals that the account is unknown',
    breaks: ['STORE-05'],
    change: answers(sentTo('account/loginpost'), ({ headers }) => ({
      headers: headers.map(([name, value]): [string, string] => [
        name,
        value.replace(/The%20account%20sign-in[^%]*(%20[^%]*)*/, 'No%20such%20account'),
      ]),
    })),
  },
  {
    id: 'login-without-form-key',
    does: 'the storefront accepts a login without checking the form key (CSRF)',
    breaks: ['STORE-06', 'STORE-07'],
    change: service('formKeyFits', (fits) => (call, form) => at('account/loginpost')(call) || fits(call, form)),
  },
  {
    id: 'missing-form-key-accepted',
    does: 'the storefront accepts a form without a form key',
    breaks: ['STORE-06', 'STORE-07', 'STORE-53'],
    change: service('formKeyFits', (fits) => (call, form) => form.form_key === undefined || fits(call, form)),
  },
  {
    id: 'any-form-key-accepted',
    does: 'the storefront accepts any value as form key',
    breaks: ['STORE-07'],
    change: service('formKeyFits', () => (_, form) => form.form_key !== undefined),
  },
  {
    id: 'login-leads-wherever-it-is-told',
    does: 'the storefront login redirects to any URL given in the address (open redirect)',
    breaks: ['STORE-24'],
    change: service('isOwnPage', () => () => true),
  },
  {
    id: 'login-page-kept-with-its-cookie',
    does: 'the storefront login page is cached together with its session cookie',
    breaks: ['STORE-03', 'STORE-05', 'STORE-19', 'STORE-25', 'STORE-41'],
    change: (shop) => {
      const { handle } = shop
      let kept: ReturnType<typeof handle> | undefined
      shop.handle = (request) => {
        const isEntrance = request.method === 'GET' && /\/customer\/account\/login\//i.test(request.url)
        if (!isEntrance || request.headers.cookie !== undefined) return handle(request)
        kept ??= handle(request).then((answer) => {
          const [, id = ''] = /PHPSESSID=(\w+)/.exec(String(answer.headers)) ?? []
          shop.store.sessions.delete(id)
          return answer
        })
        return kept
      }
    },
  },
  {
    id: 'one-form-key-for-all',
    does: 'every visitor gets the same form key',
    breaks: ['STORE-07', 'STORE-25'],
    change: service('sessionOf', (inner) => (call) => Object.assign(inner(call), { formKey: 'TheSameForAll123' })),
  },
  {
    id: 'form-key-of-anybody',
    does: 'the storefront accepts the form key of another visitor',
    breaks: ['STORE-07'],
    change: (shop) => {
      const { formKeyFits } = shop.services
      shop.services.formKeyFits = (call, form) =>
        formKeyFits(call, form) || [...shop.store.sessions.values()].some(({ formKey }) => formKey === form.form_key)
    },
  },
  {
    id: 'storefront-password-in-any-case',
    does: 'the storefront ignores the letter case of a password',
    breaks: ['STORE-04', 'STORE-05', 'STORE-06', 'STORE-07'],
    change: (shop) => {
      const { loginAtStorefront } = shop.services
      const swapped = (text: string) =>
        text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()))
      shop.services.loginAtStorefront = (call, email, password) => {
        const customer = shop.services.findCustomer(email, call.store.websiteId)
        const isSwapped = customer && shop.services.passwordMatches(customer, swapped(password))
        return loginAtStorefront(call, email, isSwapped ? swapped(password) : password)
      }
    },
  },
  {
    id: 'login-leads-to-the-home-page',
    does: 'a storefront login leads to the home page, whatever page the visitor asked for',
    breaks: ['STORE-63'],
    change: service('rememberedPage', (page, shop) => (call) => page(call) && `${shop.baseUrl}/`),
  },
])
