import { answers, service, together } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Address, Answer, Call, Customer } from '../../reference/index.ts'
import { withoutStorefrontLogin } from '../shared/broken-together.ts'

/** The page at a path, in small letters. */
const at = (path: string) => (call: Call) =>
  call.path.replace(/\/$|\/referer\/.*$/, '').toLowerCase() === `/customer/${path}`
const shownAt = (path: string) => (call: Call, answer: Answer) => at(path)(call) && answer.status === 200
const sentTo = (path: string) => (call: Call) => call.method === 'POST' && at(path)(call)

const rewritten = (change: (html: string) => string) => (answer: Answer) => ({ body: change(String(answer.body)) })
const dropping =
  (name: string) =>
  ({ headers }: Answer): Partial<Answer> => ({
    headers: headers.filter(([key, value]) => key !== 'Set-Cookie' || !value.startsWith(`${name}=`)),
  })

/** What is shown of an address differs from what is stored. */
const showing = (change: (address: Record<string, unknown>) => Record<string, unknown>) =>
  service('addressMarkup', (markup) => (address) => markup({ ...address, ...change(address) }))

/** The oldest account of the shop, which is nobody's who asks. */
const somebodyElse = (customers: ReadonlyMap<number, Customer>, own: Customer) =>
  [...customers.values()].find(({ id, addresses }) => id !== own.id && addresses.length > 0)

/** Where the shop has no other customer. */
const nobodys: Address = {
  id: 0,
  customer_id: 0,
  firstname: 'John',
  lastname: 'Roe',
  street: ['1 Elm Street'],
  city: 'Albany',
  region_id: 43,
  postcode: '12207',
  country_id: 'US',
}

/** The pages of an account, for who is in it. */
const isOwnPage = (call: Call, { status }: Answer) =>
  status === 200 && (at('account')(call) || at('address')(call) || at('account/login')(call))

const confirmed = { 'customer/create_account/confirm': '1' }

/** Addresses on the pages: broken where a part that every address has is missing. */
const withoutWholeAddress = ['STORE-09', 'STORE-10', 'STORE-11', 'STORE-12', 'STORE-21', 'STORE-22'] as const

/** The same for a part that only some addresses have. */
const withoutDetailOfAddress = ['STORE-10', 'STORE-12', 'STORE-21', 'STORE-22'] as const

export const storefrontFaults = faults([
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
    does: 'the login page comes from a cache without a form key',
    breaks: [...withoutStorefrontLogin, 'STORE-02', 'STORE-05', 'STORE-54'],
    change: answers(
      shownAt('account/login'),
      rewritten((html) => html.replace(/<input name="form_key"[^>]*>/, '')),
    ),
  },
  {
    id: 'login-form-leads-elsewhere',
    does: 'the login form is sent to another page',
    breaks: [...withoutStorefrontLogin, 'STORE-02', 'STORE-05', 'STORE-54'],
    change: answers(
      shownAt('account/login'),
      rewritten((html) => html.replace('/customer/account/loginPost/', '/customer/account/login/')),
    ),
  },
  {
    id: 'storefront-refuses-rest-accounts',
    does: 'accounts that REST created do not log in to the storefront',
    breaks: [...withoutStorefrontLogin, 'STORE-54'],
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
    does: 'after a wrong password the login page comes again without a word',
    breaks: ['STORE-05'],
    change: answers(sentTo('account/loginpost'), dropping('mage-messages')),
  },
  {
    id: 'storefront-says-that-the-account-is-unknown',
    does: 'after a wrong password the storefront says that there is no such account',
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
    does: 'the storefront logs in whoever sends a password, from whatever page',
    breaks: ['STORE-06', 'STORE-07'],
    change: service('formKeyFits', (fits) => (call, form) => at('account/loginpost')(call) || fits(call, form)),
  },
  {
    id: 'missing-form-key-accepted',
    does: 'a form without a form key is taken, one with a wrong key is not',
    breaks: ['STORE-06', 'STORE-07', 'STORE-52', 'STORE-53', 'STORE-54', 'STORE-55', 'STORE-56'],
    change: service('formKeyFits', (fits) => (call, form) => form.form_key === undefined || fits(call, form)),
  },
  {
    id: 'any-form-key-accepted',
    does: 'a form has to have a form key, of whatever value',
    breaks: ['STORE-07'],
    change: service('formKeyFits', () => (_, form) => form.form_key !== undefined),
  },
  {
    id: 'account-page-with-first-name-alone',
    does: 'the account page shows the first name alone',
    breaks: ['STORE-08', 'STORE-20', 'STORE-34'],
    change: service(
      'shownName',
      () =>
        ({ firstname }) =>
          firstname,
    ),
  },
  {
    id: 'account-page-of-another',
    does: 'a cache shows one customer the name and e-mail of another',
    breaks: ['STORE-08', 'STORE-20', 'STORE-34'],
    change: together(
      service('shownName', (name, shop) => (own) => name(somebodyElse(shop.store.customers, own) ?? own)),
      service('shownEmail', (email, shop) => (own) => email(somebodyElse(shop.store.customers, own) ?? own)),
    ),
  },
  {
    id: 'address-of-another-on-the-account-page',
    does: 'the account page shows the default addresses of another customer',
    breaks: ['STORE-09', 'STORE-10', 'STORE-21', 'STORE-30'],
    change: service('dashboardAddress', (address, shop) => (own, kind) => {
      const other = somebodyElse(shop.store.customers, own)
      return other ? (address(other, kind) ?? other.addresses[0]) : undefined
    }),
  },
  {
    id: 'billing-and-shipping-swapped-on-the-account-page',
    does: 'the account page shows the billing address as the shipping address and the other way round',
    breaks: ['STORE-09', 'STORE-10'],
    change: service(
      'dashboardAddress',
      (address) => (own, kind) => address(own, kind === 'billing' ? 'shipping' : 'billing'),
    ),
  },
  {
    id: 'billing-for-both-in-the-address-book',
    does: 'the address book shows the billing address for both',
    breaks: ['STORE-12'],
    change: service('bookAddress', (address) => (own) => address(own, 'billing')),
  },
  {
    id: 'shipping-for-both-in-the-address-book',
    does: 'the address book shows the shipping address for both',
    breaks: ['STORE-11'],
    change: service('bookAddress', (address) => (own) => address(own, 'shipping')),
  },
  {
    id: 'further-addresses-not-listed',
    does: 'the address book lists the default addresses where it ought to list the others',
    breaks: ['STORE-13', 'STORE-22', 'STORE-26'],
    change: service(
      'furtherAddresses',
      (further) => (own) => own.addresses.filter((address) => !further(own).includes(address)),
    ),
  },
  {
    id: 'shown-without-second-street-line',
    does: 'addresses are shown without their second street line',
    breaks: [...withoutDetailOfAddress],
    change: showing(({ street }) => ({ street: (street as string[]).slice(0, 1) })),
  },
  {
    id: 'shown-without-region',
    does: 'addresses are shown without their region',
    breaks: [...withoutWholeAddress],
    change: service('regionText', () => () => ''),
  },
  {
    id: 'shown-with-country-code',
    does: 'addresses are shown with the code of the country in place of its name',
    breaks: [...withoutWholeAddress],
    change: service(
      'countryName',
      () =>
        ({ country_id }) =>
          country_id,
    ),
  },
  {
    id: 'shown-without-company',
    does: 'addresses are shown without the company',
    breaks: [...withoutDetailOfAddress],
    change: showing(() => ({ company: undefined })),
  },
  {
    id: 'shown-without-postcode-and-telephone',
    does: 'addresses are shown without postcode and telephone',
    breaks: [...withoutWholeAddress],
    change: showing(() => ({ postcode: undefined, telephone: undefined })),
  },
  {
    id: 'shown-with-the-customers-name',
    does: 'every address is shown with the first name Jane',
    breaks: [...withoutDetailOfAddress],
    change: showing(() => ({ firstname: 'Jane' })),
  },
  {
    id: 'logout-without-effect',
    does: 'logging out of the storefront says goodbye and ends nothing',
    breaks: ['STORE-14'],
    change: service('endSession', () => () => {}),
  },
  {
    id: 'logout-forgets-only-the-cookie',
    does: 'logging out gives the browser another session and leaves the old one open',
    breaks: ['STORE-14'],
    change: service('endSession', () => (call) => {
      call.sessionId = undefined
      call.headers.cookie = ''
    }),
  },
  {
    id: 'session-id-kept-at-login',
    does: 'a login keeps the id of the session (session fixation)',
    breaks: ['STORE-15'],
    change: service('nextSessionId', (next) => (call) => call.sessionId ?? next(call)),
  },
  {
    id: 'session-cookie-open-to-scripts',
    does: 'scripts of the storefront can read the session cookie',
    breaks: ['STORE-16'],
    change: answers(sentTo('account/loginpost'), ({ headers }) => ({
      headers: headers.map(([name, value]): [string, string] => [name, value.replace('; HttpOnly', '')]),
    })),
  },
  {
    id: 'account-pages-for-caches',
    does: 'pages of an account say that a cache may keep them for an hour',
    breaks: ['STORE-17'],
    change: answers(isOwnPage, ({ headers }) => ({
      headers: headers.map(([name, value]): [string, string] =>
        name === 'Cache-Control' ? [name, 'public, max-age=3600, s-maxage=3600'] : [name, value],
      ),
    })),
  },
  {
    id: 'account-pages-in-frames',
    does: 'pages of an account let any site show them in a frame',
    breaks: ['STORE-18'],
    change: answers(isOwnPage, ({ headers }) => ({ headers: headers.filter(([name]) => name !== 'X-Frame-Options') })),
  },
  {
    id: 'login-leads-wherever-it-is-told',
    does: 'a login leads on to whatever page its address names, of the shop or not',
    breaks: ['STORE-24'],
    change: answers(
      (call, { status }) => call.method === 'POST' && status === 302 && call.path.includes('/referer/'),
      ({ headers }, call) => ({
        headers: headers.map(([name, value]): [string, string] => {
          const wanted = /\/referer\/([\w-]+)/.exec(call.path)?.[1] ?? ''
          return [name, name === 'Location' ? Buffer.from(wanted, 'base64url').toString() : value]
        }),
      }),
    ),
  },
  {
    id: 'login-page-kept-with-its-cookie',
    does: 'a cache keeps the login page of a visit that is over, together with its cookies',
    breaks: [...withoutStorefrontLogin, 'STORE-05', 'STORE-19', 'STORE-54', 'STORE-25'],
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
    does: 'a form is taken with the form key of any visitor',
    breaks: ['STORE-07'],
    change: (shop) => {
      const { formKeyFits } = shop.services
      shop.services.formKeyFits = (call, form) =>
        formKeyFits(call, form) || [...shop.store.sessions.values()].some(({ formKey }) => formKey === form.form_key)
    },
  },
  {
    id: 'storefront-password-in-any-case',
    does: 'the storefront takes a password in large letters for small ones',
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
    id: 'further-addresses-forgotten',
    does: 'the address book says that there are no further addresses',
    breaks: ['STORE-13', 'STORE-22'],
    change: service('furtherAddresses', () => () => []),
  },
  {
    id: 'defaults-among-the-further',
    does: 'the address book lists the defaults among the further addresses as well',
    breaks: ['STORE-26'],
    change: service('furtherAddresses', () => (own) => own.addresses),
  },
  {
    id: 'name-of-the-session',
    does: 'the account page shows the name as it was when the customer first came',
    breaks: ['STORE-34'],
    change: service('shownName', (shown) => {
      const first = new Map<number, string>()
      return (customer) => {
        const name = first.get(customer.id) ?? shown(customer)
        first.set(customer.id, name)
        return name
      }
    }),
  },
  {
    id: 'password-form-ignores-the-repetition',
    does: 'the form of a mail’s link sets the first of two passwords that differ',
    breaks: ['STORE-52', 'STORE-54', 'STORE-55', 'STORE-56'],
    change: service('formKeyFits', (fits) => (call, form) => {
      if (form.password_confirmation !== undefined) form.password_confirmation = form.password
      return fits(call, form)
    }),
  },
  {
    id: 'storefront-escapes-nothing',
    does: 'what customers enter becomes markup of the pages',
    breaks: ['STORE-20', 'STORE-21', 'STORE-22', 'STORE-23'],
    change: service('escapeHtml', () => (text) => text),
  },
  {
    id: 'storefront-name-unescaped',
    does: 'the name of a customer becomes markup of the account page',
    breaks: ['STORE-20'],
    change: service(
      'shownName',
      () =>
        ({ firstname, lastname }) =>
          `${firstname} ${lastname}`,
    ),
  },
  {
    id: 'storefront-escapes-twice',
    does: 'the pages escape what customers entered twice, so that &amp; can be read',
    breaks: ['STORE-20', 'STORE-21', 'STORE-22'],
    change: service('escapeHtml', (escaped) => (text) => escaped(escaped(text))),
  },
  {
    id: 'storefront-strips-tags',
    does: 'what looks like markup is left out of the pages',
    breaks: ['STORE-21', 'STORE-22'],
    change: service('escapeHtml', (escaped) => (text) => escaped(text.replace(/<[^>]*>/g, ''))),
  },
  {
    id: 'storefront-shows-ascii-alone',
    does: 'letters of other alphabets are question marks in the pages',
    breaks: ['STORE-20', 'STORE-21', 'STORE-22'],
    change: service('escapeHtml', (escaped) => (text) => escaped(text.replace(/[^\x20-\x7e]/g, '?'))),
  },
  {
    id: 'defaults-for-who-has-none',
    does: 'the account page of a customer without addresses shows those of another',
    breaks: ['STORE-30'],
    change: service(
      'dashboardAddress',
      (address, shop) => (own, kind) =>
        address(own, kind) ?? somebodyElse(shop.store.customers, own)?.addresses[0] ?? nobodys,
    ),
  },
  {
    id: 'empty-address-book',
    does: 'the address book of a customer without addresses is an empty page',
    breaks: ['STORE-31'],
    change: answers(
      (call, { status, headers }) =>
        at('address')(call) && status === 302 && headers.some(([, value]) => value.endsWith('/customer/address/new/')),
      () => ({ status: 200, body: '<h1>Address Book</h1>' }),
    ),
  },
  {
    id: 'address-form-without-street',
    does: 'the form for a new address has no field for the street',
    breaks: ['STORE-31'],
    change: answers(
      shownAt('address/new'),
      rewritten((html) => html.replace(/<label>street.*?<\/label>/, '')),
    ),
  },
  {
    id: 'session-opens-rest',
    does: 'a session of the storefront opens REST to any request that the browser sends, from whatever page',
    breaks: ['STORE-32'],
    change: service('isOfScript', () => () => true),
  },
  {
    id: 'session-opens-no-rest',
    does: 'scripts of the shop’s own pages are guests to REST',
    breaks: ['STORE-33'],
    change: service('sessionUser', () => () => undefined),
  },
  {
    id: 'session-opens-the-profile-of-another',
    does: 'to scripts of the shop’s pages REST shows the profile of another customer',
    breaks: ['SAFE-04', 'STORE-33'],
    change: service('sessionUser', (user, shop) => (call) => {
      const found = user(call)
      const own = found && shop.store.customers.get(found.id)
      const other = own && somebodyElse(shop.store.customers, own)
      return other ? { type: 'customer', id: other.id } : found
    }),
  },
  {
    id: 'session-survives-a-new-password',
    does: 'sessions of the storefront survive that the password changes',
    breaks: ['STORE-40', 'STORE-54'],
    change: service('endSessionsOf', () => () => {}),
  },
  {
    id: 'storefront-keeps-the-old-password',
    does: 'the storefront goes on with the password that an account was created with',
    breaks: ['STORE-41'],
    change: (shop) => {
      const first = new Map<number, string>()
      const { loginAtStorefront, passwordMatches } = shop.services
      let atStorefront = false
      shop.services.passwordMatches = (customer, password) => {
        const hash = first.get(customer.id) ?? customer.passwordHash ?? ''
        first.set(customer.id, hash)
        return passwordMatches(atStorefront ? { ...customer, passwordHash: hash } : customer, password)
      }
      shop.services.loginAtStorefront = (call, email, password) => {
        atStorefront = true
        try {
          return loginAtStorefront(call, email, password)
        } finally {
          atStorefront = false
        }
      }
    },
  },
  {
    id: 'link-keeps-its-token-in-the-address',
    does: 'the form for a new password has the token in its address, where the next page finds it in Referer',
    breaks: ['STORE-50'],
    change: answers(
      (call, { status }) => at('account/createpassword')(call) && status === 302,
      ({ headers }, call) => ({
        headers: headers.map(([name, value]): [string, string] => [
          name,
          name === 'Location' && value.includes('createpassword') ? `${value}?token=${call.query.token}` : value,
        ]),
      }),
    ),
  },
  {
    id: 'password-form-without-repetition',
    does: 'the form for a new password has no second field for it',
    breaks: ['STORE-50'],
    change: answers(
      shownAt('account/createpassword'),
      rewritten((html) => html.replace(/<label>password_confirmation.*?<\/label>/, '')),
    ),
  },
  {
    id: 'password-form-for-any-token',
    does: 'a link with any token leads to the form for a new password',
    breaks: ['STORE-51', 'STORE-55'],
    change: answers(
      (call, { status }) => at('account/createpassword')(call) && status === 302,
      ({ headers }, call) => ({
        headers: headers.map(([name, value]): [string, string] => [
          name,
          name === 'Location' && call.query.token ? value.replace('forgotpassword', 'createpassword') : value,
        ]),
      }),
    ),
  },
  {
    id: 'password-form-without-a-link',
    does: 'the form for a new password is shown to whoever comes, with or without a link',
    breaks: ['STORE-51'],
    change: answers(
      (call, { status }) => at('account/createpassword')(call) && status === 302 && !call.query.token,
      () => ({ status: 200, body: '<form class="form password reset"></form>' }),
    ),
  },
  {
    id: 'password-form-sets-nothing',
    does: 'the form of a mail’s link says that it set the password, and did not',
    breaks: ['STORE-52', 'STORE-54', 'STORE-55'],
    change: (shop) => {
      const { setPasswordByLink, formKeyFits } = shop.services
      let sentByForm: unknown
      shop.services.setPasswordByLink = (customer, token, password) => {
        const { passwordHash } = customer
        setPasswordByLink(customer, token, password)
        if (token === sentByForm) customer.passwordHash = passwordHash
      }
      shop.services.formKeyFits = (call, form) => {
        sentByForm = call.query.token
        return formKeyFits(call, form)
      }
    },
  },
  {
    id: 'link-leads-to-the-form-again',
    does: 'a link that has set a password leads to the form again',
    breaks: ['STORE-55'],
    change: (shop) => {
      const used = new Map<string, number>()
      const { customerOfLink, setPasswordByLink } = shop.services
      shop.services.setPasswordByLink = (customer, token, password) => {
        setPasswordByLink(customer, token, password)
        used.set(token, customer.id)
      }
      shop.services.customerOfLink = (token, id) => customerOfLink(token, id) ?? used.get(token)
    },
  },
  {
    id: 'storefront-takes-unconfirmed-accounts',
    does: 'an account that is not confirmed logs in to the storefront',
    breaks: ['STORE-60'],
    settings: confirmed,
    change: service('loginAtStorefront', (inner, shop) => (call, email, password) => {
      const customer = shop.services.findCustomer(email, call.store.websiteId)
      if (!customer || !shop.services.passwordMatches(customer, password)) return inner(call, email, password)
      shop.services.beginSession(call, customer)
      return customer
    }),
  },
  {
    id: 'confirmation-link-without-effect',
    does: 'the link of the confirmation mail confirms nothing',
    breaks: ['STORE-61'],
    settings: confirmed,
    change: (shop) => {
      const { handle } = shop
      shop.handle = (request) => handle({ ...request, url: request.url.replace('/account/confirm/', '/account/') })
    },
  },
  {
    id: 'confirmation-link-with-any-key',
    does: 'the link of the confirmation mail confirms the account whatever its key is',
    breaks: ['STORE-62'],
    settings: confirmed,
    change: (shop) => {
      const { handle } = shop
      const keyOf = (url: string) => shop.store.customers.get(Number(/[?&]id=(\d+)/.exec(url)?.[1]))?.confirmation
      shop.handle = (request) => {
        const isLink = request.url.includes('/customer/account/confirm/')
        const url = isLink ? request.url.replace(/key=\w+/, `key=${keyOf(request.url)}`) : request.url
        return handle({ ...request, url })
      }
    },
  },
])
