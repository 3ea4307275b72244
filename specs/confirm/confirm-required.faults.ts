import { operation, rule, service } from '../../faults/change.ts'
import { refusing } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'
import { settings } from './confirm-changes.faults.ts'

export const confirmRequiredFaults = faults([
  {
    id: 'login-before-confirming',
    does: 'an account logs in before it is confirmed',
    settings,
    breaks: ['CONFIRM-11', 'CONFIRM-12', 'CONFIRM-13', 'CONFIRM-18', 'CONFIRM-19', 'CONFIRM-20', 'CONFIRM-22'],
    change: service('isUnconfirmed', () => () => false),
  },
  {
    id: 'unconfirmed-with-right-password',
    does: 'an unconfirmed account can log in; only with a wrong password is it told that it is unconfirmed',
    settings,
    breaks: [
      'LOCK-14',
      'LOCK-12',
      'LOCK-03',
      'LOCK-04',
      'LOCK-05',
      'CONFIRM-11',
      'CONFIRM-12',
      'CONFIRM-13',
      'CONFIRM-20',
      'CONFIRM-23',
      'STORE-62',
    ],
    change: operation('token.create', (call, inner, shop) => {
      const { username, password } = call.arguments as { username: string; password: string }
      const customer = shop.services.findCustomer(username, 1)
      if (!customer?.confirmation || !shop.services.passwordMatches(customer, password)) return inner(call)
      return shop.services.issueToken({ type: 'customer', id: customer.id })
    }),
  },
  {
    id: 'key-in-any-case',
    does: 'a confirmation key is compared case-insensitively',
    settings,
    breaks: ['CONFIRM-18', 'CONFIRM-27'],
    change: service('activate', (activate) => (customer, key) => {
      const same = key.toLowerCase() === customer.confirmation?.toLowerCase()
      activate(customer, same ? (customer.confirmation ?? key) : key)
    }),
  },
  {
    id: 'status-forgets-the-key',
    does: 'the status of an unconfirmed account is "confirmed"',
    settings,
    breaks: ['CONFIRM-10'],
    change: operation('confirmation.status', (call, inner) =>
      inner(call) === 'account_confirmation_required' ? 'account_confirmed' : inner(call),
    ),
  },
  {
    id: 'unconfirmed-not-named',
    does: 'the login of an unconfirmed account returns the error of a wrong password, as before 2.4.8',
    settings,
    origin: 'magento/magento2#35233',
    breaks: ['CONFIRM-12'],
    change: rule('unconfirmedIsNamed', false),
  },
  {
    id: 'unconfirmed-named-too-early',
    does: 'a release before 2.4.8 returns the error that an account is not confirmed',
    settings,
    release: '2.4.7-p6',
    breaks: ['CONFIRM-12'],
    change: rule('unconfirmedIsNamed', true),
  },
  {
    id: 'any-key-confirms',
    does: 'any key confirms an account',
    settings,
    breaks: ['CONFIRM-13', 'CONFIRM-18'],
    change: operation('confirmation.activate', (call, inner, shop) => {
      const customer = shop.services.customerByEmail(String(call.arguments.email), 1)
      return inner({ ...call, arguments: { ...call.arguments, confirmationKey: customer.confirmation ?? '' } })
    }),
  },
  {
    id: 'wrong-key-confirms-though-refused',
    does: 'a wrong key is rejected, but the account is confirmed',
    settings,
    breaks: ['CONFIRM-13', 'CONFIRM-18'],
    change: refusing('confirmation.activate', 400, (call, refusal, shop) => {
      shop.services.customerByEmail(String(call.arguments.email), 1).confirmation = undefined
      throw refusal
    }),
  },
  {
    id: 'resend-voids-the-key',
    does: 'resending the confirmation mail replaces the key, so the earlier mail is invalid',
    settings,
    breaks: ['CONFIRM-14', 'CONFIRM-18'],
    change: operation('confirmation.resend', (call, inner, shop) => {
      const customer = shop.services.findCustomer(String(call.arguments.email), 1)
      if (customer?.confirmation) customer.confirmation = shop.services.newConfirmationKey()
      return inner(call)
    }),
  },
  {
    id: 'no-confirming-after-a-wrong-key',
    does: 'after one wrong key, the right key returns the customer but does not confirm the account',
    settings,
    breaks: ['CONFIRM-14', 'CONFIRM-15'],
    change: (shop) => {
      const failed = new Set<string>()
      refusing('confirmation.activate', 400, (call, refusal) => {
        failed.add(String(call.arguments.email))
        throw refusal
      })(shop)
      operation('confirmation.activate', (call, inner) => {
        const customer = shop.services.customerByEmail(String(call.arguments.email), 1)
        const { confirmation } = customer
        const answer = inner(call)
        if (failed.has(customer.email)) customer.confirmation = confirmation
        return answer
      })(shop)
    },
  },
  {
    id: 'key-confirms-twice',
    does: 'a used confirmation key is accepted again',
    settings,
    breaks: ['CONFIRM-07', 'CONFIRM-15'],
    change: refusing('confirmation.activate', 400, (call, refusal, shop) => {
      if (!refusal.message.includes('already')) throw refusal
      return shop.services.customerView(shop.services.customerByEmail(String(call.arguments.email), 1))
    }),
  },
  {
    id: 'create-gives-the-key-away',
    does: 'the response to a registration contains the confirmation key, as before 2.3.3',
    settings,
    origin: '2.3.2',
    breaks: ['CREATE-28', 'CONFIRM-16'],
    change: rule('confirmationLeaks', true),
  },
  {
    id: 'resend-answers-a-list',
    does: 'resending the confirmation mail returns an empty list, as before 2.3.5-p1',
    settings,
    origin: '2.3.4',
    breaks: ['CONFIRM-17'],
    change: rule('resendAnswersTrue', false),
  },
  {
    id: 'stale-key',
    does: 'the key is replaced after the confirmation mail is written, so its key is invalid',
    settings,
    breaks: ['CONFIRM-14', 'CONFIRM-18', 'CONFIRM-23', 'STORE-61'],
    change: service('sendConfirmation', (send, shop) => (customer, redirectUrl) => {
      const sent = send(customer, redirectUrl)
      customer.confirmation = shop.services.newConfirmationKey()
      return sent
    }),
  },
  {
    id: 'nobody-has-to-confirm',
    does: 'a new account is active at once though the shop requires confirmation',
    settings,
    breaks: ['RESET-11', 'MAIL-06', 'CONFIRM-10', 'CONFIRM-23', 'STORE-60', 'STORE-62'],
    change: operation('customer.create', (call, inner, shop) => {
      const { id } = inner(call) as { id: number }
      const customer = shop.services.customerById(id)
      customer.confirmation = undefined
      return shop.services.customerView(customer)
    }),
  },
  {
    id: 'create-names-no-key',
    does: 'the response to a registration has `confirmation: null`',
    settings,
    breaks: [
      'CREATE-01',
      'CREATE-06',
      'CREATE-10',
      'CREATE-28',
      'CREATE-30',
      'CREATE-39',
      'OBJECT-01',
      'VALID-18',
      'CONFIRM-16',
      'WHOLE-01',
    ],
    change: operation('customer.create', (call, inner) => ({ ...(inner(call) as object), confirmation: null })),
  },
])
