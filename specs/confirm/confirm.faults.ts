import { operation } from '../../faults/change.ts'
import { openTo, refusing } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'

export const confirmFaults = faults([
  {
    id: 'resend-open',
    does: 'a guest can have confirmation mails sent again',
    breaks: ['ACCESS-39', 'CONFIRM-01', 'SCHEMA-02'],
    change: openTo('confirmation.resend', 'anonymous'),
  },
  {
    id: 'activate-open',
    does: 'a guest can call the activation of any account',
    breaks: ['ACCESS-39', 'CONFIRM-02', 'SCHEMA-02'],
    change: openTo('confirmation.activate', 'anonymous'),
  },
  {
    id: 'activate-me-open',
    does: 'a guest can call the activation of the own account',
    breaks: ['CONFIRM-02', 'CONFIRM-04', 'SCHEMA-02', 'EXPIRY-15', 'SCHEMA-09'],
    change: openTo('confirmation.activateMe', 'anonymous'),
  },
  {
    id: 'status-for-customers',
    does: 'a customer can read whether any account is confirmed',
    breaks: ['CONFIRM-03', 'CONFIRM-05', 'CONFIRM-06'],
    change: openTo('confirmation.status', 'self'),
  },
  {
    id: 'activating-the-active-me',
    does: 'activating an account that is already active returns no error',
    breaks: ['CONFIRM-04'],
    change: refusing('confirmation.activateMe', 400, (call, _, shop) =>
      shop.services.customerView(shop.services.customerById(Number(call.arguments.customerId))),
    ),
  },
  {
    id: 'activating-the-active',
    does: 'an administrator’s activation of an already active account returns no error',
    breaks: ['CONFIRM-07'],
    change: refusing('confirmation.activate', 400, (call, refusal, shop) => {
      if (!refusal.message.includes('already')) throw refusal
      return shop.services.customerView(shop.services.customerByEmail(String(call.arguments.email), 1))
    }),
  },
  {
    id: 'status-confirmed-always',
    does: 'the confirmation status is "confirmed" in a shop that requires no confirmation',
    breaks: ['CONFIRM-05'],
    change: operation('confirmation.status', (call, inner) =>
      inner(call) === 'account_confirmation_not_required' ? 'account_confirmed' : inner(call),
    ),
  },
  {
    id: 'status-of-nobody',
    does: 'the confirmation status of an unknown customer is "confirmed" instead of an error',
    breaks: ['CONFIRM-06'],
    change: refusing('confirmation.status', 404, () => 'account_confirmation_not_required'),
  },
  {
    id: 'resend-to-the-active',
    does: 'a confirmation mail is sent again to an already active account',
    breaks: ['CONFIRM-08'],
    change: refusing('confirmation.resend', 400, () => true),
  },
  {
    id: 'resend-to-nobody',
    does: 'a request to resend the confirmation mail to an unknown e-mail returns true',
    breaks: ['CONFIRM-09'],
    change: refusing('confirmation.resend', 404, () => true),
  },
  {
    id: 'resend-for-customers',
    does: 'any customer can have confirmation mails sent again',
    breaks: ['ACCESS-39', 'CONFIRM-01'],
    change: openTo('confirmation.resend', 'self'),
  },
  {
    id: 'status-open',
    does: 'a guest can read whether an account is confirmed',
    breaks: ['CONFIRM-03', 'SCHEMA-02'],
    change: openTo('confirmation.status', 'anonymous'),
  },
])
