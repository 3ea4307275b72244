import { operation, rule, service, together } from '../../faults/change.ts'
import { customerOf, rememberingTokens, setPassword, withoutService } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'
import { Breakdown, Refusal } from '../../reference/index.ts'
import { welcomeLink } from '../shared/broken-together.ts'

const mismatched = () => new Refusal(400, 'The password token is mismatched. Reset and try again.')

export const resetLinkFaults = faults([
  {
    id: 'welcome-token-not-kept',
    does: 'the token in the link of a welcome mail is not stored',
    breaks: [...welcomeLink, 'STORE-50'],
    change: service('sendWelcome', (send, shop) => (customer) => {
      const answer = send(customer)
      shop.services.issueResetToken(customer)
      return answer
    }),
  },
  {
    id: 'token-valid-for-anybody',
    does: 'a link is reported as valid when any customer has its token',
    breaks: ['RESET-22'],
    change: (shop) => {
      const issued = rememberingTokens(shop)
      operation('password.validateLink', (call, inner) => {
        const owner = issued.get(String(call.arguments.resetPasswordLinkToken))
        return inner(owner ? { ...call, arguments: { ...call.arguments, customerId: owner.id } } : call)
      })(shop)
    },
  },
  {
    id: 'token-resets-anybody',
    does: 'a valid token of one customer sets the password of any other customer',
    breaks: ['RESET-23'],
    change: operation('password.reset', (call, inner, shop) => {
      const { resetToken, newPassword } = call.arguments
      const owner = [...shop.store.customers.values()].find((customer) => customer.resetToken === resetToken)
      const named = customerOf(shop, call)
      if (!owner || !named || owner === named) return inner(call)
      setPassword(shop, named, newPassword)
      return true
    }),
  },
  {
    id: 'token-in-any-case',
    does: 'tokens are compared case-insensitively, as a database does',
    breaks: ['RESET-24'],
    change: service(
      'resetTokenMatches',
      () =>
        ({ resetToken }, token) =>
          resetToken?.toLowerCase() === token.toLowerCase(),
    ),
  },
  {
    id: 'token-prefix-is-enough',
    does: 'a prefix of the token is accepted',
    breaks: ['RESET-24'],
    change: service(
      'resetTokenMatches',
      () =>
        ({ resetToken }, token) =>
          !!resetToken?.startsWith(token),
    ),
  },
  {
    id: 'looking-uses-the-token-up',
    does: 'checking whether a link is valid uses it up',
    breaks: ['RESET-15', 'RESET-29', 'RESET-31', 'RESET-44', 'RESET-45'],
    change: operation('password.validateLink', (call, inner, shop) => {
      const answer = inner(call)
      shop.services.consumeResetToken(shop.services.customerById(Number(call.arguments.customerId)))
      return answer
    }),
  },
  {
    id: 'token-not-used-up',
    does: 'a link can be used again and again',
    breaks: ['RESET-32', 'RESET-33'],
    change: withoutService('password.reset', 'consumeResetToken'),
  },
  {
    id: 'used-link-looks-valid',
    does: 'a used link is still reported as valid',
    breaks: ['RESET-32'],
    change: (shop) => {
      const used = new Set<unknown>()
      operation('password.reset', (call, inner) => inner(call) === true && !!used.add(call.arguments.resetToken))(shop)
      operation('password.validateLink', (call, inner) =>
        used.has(call.arguments.resetPasswordLinkToken) ? true : inner(call),
      )(shop)
    },
  },
  {
    id: 'used-link-sets-though-refused',
    does: 'a used link is rejected, but the password sent with it is set',
    breaks: ['RESET-33'],
    change: (shop) => {
      const used = new Set<unknown>()
      operation('password.reset', (call, inner) => {
        const { resetToken, newPassword } = call.arguments
        const customer = customerOf(shop, call)
        if (customer && used.has(resetToken)) setPassword(shop, customer, newPassword)
        return inner(call) === true && !!used.add(resetToken)
      })(shop)
    },
  },
  {
    id: 'reset-email-in-its-case',
    does: 'a reset finds the account only if the e-mail has the stored case',
    breaks: ['RESET-34'],
    change: operation('password.reset', (call, inner, shop) => {
      const { email } = call.arguments
      if (customerOf(shop, call) && customerOf(shop, call)?.email !== email) throw mismatched()
      return inner(call)
    }),
  },
  {
    id: 'token-alone-resets',
    does: 'an empty e-mail finds the customer by the token, as before 2.4.3-p2',
    breaks: ['RESET-35'],
    origin: 'magento/magento2#35726',
    change: rule('emptyEmailFindsByToken', true),
  },
  {
    id: 'empty-email-crashes',
    does: 'a reset with an empty e-mail and a token returns an internal error',
    breaks: ['RESET-35'],
    origin: 'magento/magento2#31546',
    change: operation('password.reset', (call, inner) => {
      if (call.arguments.email === '') throw new Breakdown('no customer')
      return inner(call)
    }),
  },
  {
    id: 'no-token-is-an-empty-one',
    does: 'once a token is used up, an empty token is accepted',
    breaks: ['RESET-33', 'RESET-51'],
    change: together(
      service(
        'resetTokenMatches',
        () =>
          ({ resetToken }, token) =>
            (resetToken ?? '') === token.trim(),
      ),
      operation('password.reset', (call, inner) =>
        inner({ ...call, arguments: { ...call.arguments, resetToken: call.arguments.resetToken || ' ' } }),
      ),
      service('resetTokenIsExpired', (isExpired) => (customer) => !!customer.resetToken && isExpired(customer)),
    ),
  },
  {
    id: 'email-needed-too-early',
    does: 'a release before 2.4.3-p2 requires the e-mail with the token',
    breaks: ['RESET-36'],
    release: '2.4.1',
    change: rule('emptyEmailFindsByToken', false),
  },
])
