import { answers, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { at, rewritten, shownAt } from './page-changes.faults.ts'

const confirmed = { 'customer/create_account/confirm': '1' }

export const storefrontLinkFaults = faults([
  {
    id: 'password-form-ignores-the-repetition',
    does: 'the reset form accepts two different passwords',
    breaks: ['STORE-56'],
    change: service('formKeyFits', (fits) => (call, form) => {
      if (form.password_confirmation !== undefined) form.password_confirmation = form.password
      return fits(call, form)
    }),
  },
  {
    id: 'link-keeps-its-token-in-the-address',
    does: 'the reset form keeps the token in the URL, which leaks in Referer',
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
    does: 'the reset form has no field to confirm the password',
    breaks: ['STORE-50'],
    change: answers(
      shownAt('account/createpassword'),
      rewritten((html) => html.replace(/<label>password_confirmation.*?<\/label>/, '')),
    ),
  },
  {
    id: 'password-form-for-any-token',
    does: 'a reset link with an invalid token opens the reset form',
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
    does: 'the reset form opens without a link',
    breaks: ['STORE-51'],
    change: answers(
      (call, { status }) => at('account/createpassword')(call) && status === 302 && !call.query.token,
      () => ({ status: 200, body: '<form class="form password reset"></form>' }),
    ),
  },
  {
    id: 'password-form-sets-nothing',
    does: 'the reset form reports success but does not set the password',
    breaks: ['STORE-52'],
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
    does: 'a used reset link opens the reset form again',
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
    does: 'an unconfirmed account can log in to the storefront',
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
    does: 'the link of the confirmation mail does not confirm the account',
    breaks: ['STORE-61'],
    settings: confirmed,
    change: (shop) => {
      const { handle } = shop
      shop.handle = (request) => handle({ ...request, url: request.url.replace('/account/confirm/', '/account/') })
    },
  },
  {
    id: 'confirmation-link-with-any-key',
    does: 'the link of the confirmation mail accepts any key',
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
