import { answers, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { at, rewritten, shownAt } from './page-changes.faults.ts'

const confirmed = { 'customer/create_account/confirm': '1' }

export const storefrontLinkFaults = faults([
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
