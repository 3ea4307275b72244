import { answers, operation, service, together } from '../../faults/change.ts'
import { aroundUpdate, owner, updating } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

export const profileRefusedFaults = faults([
  {
    id: 'names-optional',
    does: 'an update without names is accepted: it keeps the stored ones or empties them',
    breaks: ['PROFILE-11'],
    change: updating((customer, call, shop) => {
      const { firstname, lastname } = owner(call, shop)
      return { firstname, lastname, ...customer }
    }),
  },
  {
    id: 'email-optional',
    does: 'an update without an e-mail keeps the stored one',
    breaks: ['PROFILE-12'],
    change: updating((customer, call, shop) => ({ email: owner(call, shop).email, ...customer })),
  },
  {
    id: 'empty-update-accepted',
    does: 'an update without a customer object returns an empty response',
    breaks: ['WHOLE-01', 'PROFILE-13'],
    change: answers(
      ({ route, body }, { status }) =>
        route?.operation === 'customer.saveMe' && status === 400 && body.toString() === '{}',
      ({ headers }) => ({ status: 200, value: [], headers: [...headers, ['X-Frame-Options', 'SAMEORIGIN']] }),
    ),
  },
  {
    id: 'update-takes-any-email',
    does: 'an update can set the e-mail of another account',
    breaks: ['PROFILE-14'],
    change: service('checkEmailIsFree', (check) => (email, website, own) => {
      if (own === undefined) check(email, website, own)
    }),
  },
  {
    id: 'update-takes-email-in-capitals',
    does: 'an update can set the e-mail of another account in other letter case',
    breaks: ['PROFILE-14'],
    change: service('checkEmailIsFree', (check) => (email, website, own) => {
      if (own === undefined || email === email.toLowerCase()) check(email, website, own)
    }),
  },
  {
    id: 'guests-update-by-email',
    does: 'an update without a token changes the account with the e-mail sent',
    breaks: ['EXPIRY-14', 'REVOKE-15', 'BODY-07', 'PROFILE-15'],
    change: together(
      service('authorize', (authorize) => (call, access) => {
        return call.route?.operation === 'customer.saveMe' || authorize(call, access)
      }),
      operation('customer.saveMe', (call, inner, shop) => {
        const { email, website_id } = call.arguments.customer as { email?: string; website_id?: number }
        const found = shop.services.findCustomer(email ?? '', website_id ?? 1)
        call.user ??= { type: 'customer', id: found?.id ?? 0 }
        return inner(call)
      }),
    ),
  },
  {
    id: 'guests-update-refused-otherwise',
    does: 'an update without a token returns 400 as for a missing field, instead of 401',
    breaks: ['EXPIRY-14', 'REVOKE-15', 'BODY-07', 'PROFILE-15'],
    change: answers(
      ({ route, user }) => route?.operation === 'customer.saveMe' && !user,
      () => ({
        status: 400,
        value: {
          message: '"%fieldName" is required. Enter and try again.',
          parameters: { fieldName: 'customerId' },
        },
      }),
    ),
  },
  {
    id: 'refused-but-renamed',
    does: 'a rejected update still stores the new first name',
    breaks: ['PROFILE-16'],
    change: aroundUpdate((customer, stored, save) => {
      stored.firstname = String(customer.firstname ?? stored.firstname)
      return save()
    }),
  },
  {
    id: 'update-takes-invalid-emails',
    does: 'an update stores an invalid e-mail',
    breaks: ['PROFILE-57'],
    change: operation('customer.saveMe', (call, save, shop) => {
      const { emailProblems } = shop.services
      shop.services.emailProblems = () => []
      try {
        return save(call)
      } finally {
        shop.services.emailProblems = emailProblems
      }
    }),
  },
])
