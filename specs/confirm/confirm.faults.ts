import { operation } from '../../faults/change.ts'
import { openTo, refusing } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'

export const confirmFaults = faults([
  {
    id: 'resend-open',
    does: 'a guest has a confirmation mail sent again',
    breaks: ['ACCESS-39', 'CONFIRM-01', 'SCHEMA-02'],
    change: openTo('confirmation.resend', 'anonymous'),
  },
  {
    id: 'activate-open',
    does: 'a guest reaches the activation of any account',
    breaks: ['ACCESS-39', 'CONFIRM-02', 'SCHEMA-02'],
    change: openTo('confirmation.activate', 'anonymous'),
  },
  {
    id: 'activate-me-open',
    does: 'a guest reaches the activation of the own account',
    breaks: ['CONFIRM-02', 'CONFIRM-04', 'SCHEMA-02', 'EXPIRY-15', 'SCHEMA-09'],
    change: openTo('confirmation.activateMe', 'anonymous'),
  },
  {
    id: 'status-for-customers',
    does: 'a customer is told whether an account is confirmed',
    breaks: ['CONFIRM-03', 'CONFIRM-05', 'CONFIRM-06'],
    change: openTo('confirmation.status', 'self'),
  },
  {
    id: 'activating-the-active-me',
    does: 'an active account is activated again without a word',
    breaks: ['CONFIRM-04'],
    change: refusing('confirmation.activateMe', 400, (call, _, shop) =>
      shop.services.customerView(shop.services.customerById(Number(call.arguments.customerId))),
    ),
  },
  {
    id: 'activating-the-active',
    does: 'an administrator activates an active account again without a word',
    breaks: ['CONFIRM-07'],
    change: refusing('confirmation.activate', 400, (call, refusal, shop) => {
      if (!refusal.message.includes('already')) throw refusal
      return shop.services.customerView(shop.services.customerByEmail(String(call.arguments.email), 1))
    }),
  },
  {
    id: 'status-confirmed-always',
    does: 'an account is called confirmed where none needs to be',
    breaks: ['CONFIRM-05'],
    change: operation('confirmation.status', (call, inner) =>
      inner(call) === 'account_confirmation_not_required' ? 'account_confirmed' : inner(call),
    ),
  },
  {
    id: 'status-of-nobody',
    does: 'an unknown customer is called confirmed',
    breaks: ['CONFIRM-06'],
    change: refusing('confirmation.status', 404, () => 'account_confirmation_not_required'),
  },
  {
    id: 'resend-to-the-active',
    does: 'a confirmation mail is sent again to an active account',
    breaks: ['CONFIRM-08'],
    change: refusing('confirmation.resend', 400, () => true),
  },
  {
    id: 'resend-to-nobody',
    does: 'having a mail sent again to an unknown e-mail is answered with true',
    breaks: ['CONFIRM-09'],
    change: refusing('confirmation.resend', 404, () => true),
  },
  {
    id: 'resend-for-customers',
    does: 'any customer has a confirmation mail sent again',
    breaks: ['ACCESS-39', 'CONFIRM-01'],
    change: openTo('confirmation.resend', 'self'),
  },
  {
    id: 'status-open',
    does: 'anybody is told whether an account is confirmed',
    breaks: ['CONFIRM-03', 'SCHEMA-02'],
    change: openTo('confirmation.status', 'anonymous'),
  },
])
