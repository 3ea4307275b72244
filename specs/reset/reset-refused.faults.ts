import { answers, operation, rule, service } from '../../faults/change.ts'
import { customerOf, refusing, setPassword } from '../../faults/changes/passwords.ts'
import { reading } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import { Refusal } from '../../reference/index.ts'

const isReset = ({ route }: { route?: { operation: string } }) => route?.operation === 'password.reset'

/** Requirements that fail if invalid links are accepted, or refused with another response. */
const withoutRefusedLink = ['RESET-20', 'RESET-22', 'RESET-32', 'RESET-40', 'RESET-44', 'RESET-47', 'RESET-53'] as const

export const resetRefusedFaults = faults([
  {
    id: 'any-token-resets',
    does: 'any token sets a password',
    breaks: [
      'EXPIRY-18',
      'RESET-17',
      'RESET-20',
      'RESET-22',
      'RESET-23',
      'RESET-39',
      'RESET-40',
      'RESET-46',
      'STORE-51',
    ],
    change: service('resetTokenMatches', () => () => true),
  },
  {
    id: 'wrong-token-sets-though-refused',
    does: 'a wrong token is rejected, but the password sent with it is set',
    breaks: ['RESET-30', 'RESET-33', 'RESET-39', 'RESET-46'],
    change: refusing('password.reset', 400, (call, refusal, shop) => {
      const customer = customerOf(shop, call)
      if (customer && refusal.message.includes('mismatched')) setPassword(shop, customer, call.arguments.newPassword)
      throw refusal
    }),
  },
  {
    id: 'every-link-is-valid',
    does: 'every link is reported as valid',
    breaks: [...withoutRefusedLink],
    change: refusing('password.validateLink', 400, () => true),
  },
  {
    id: 'wrong-link-is-false',
    does: 'a wrong link returns false instead of an error',
    breaks: [...withoutRefusedLink],
    change: refusing('password.validateLink', 400, () => false),
  },
  {
    id: 'unknown-email-is-a-wrong-token',
    does: 'a reset for an unknown e-mail is rejected like a wrong token',
    breaks: ['RESET-48'],
    change: refusing('password.reset', 404, () => {
      throw new Refusal(400, 'The password token is mismatched. Reset and try again.')
    }),
  },
  {
    id: 'reset-names-one-missing',
    does: 'only the first of several missing fields of a reset is named',
    breaks: ['RESET-49', 'BIND-09'],
    change: answers(
      (call, { status, value }) => isReset(call) && status === 400 && !!(value as Refusal).errors,
      ({ value }) => ({ value: (value as Refusal).errors[0] }),
    ),
  },
  {
    id: 'empty-token-resets',
    does: 'an empty token is accepted like the right one',
    breaks: ['RESET-50', 'RESET-51'],
    change: operation('password.reset', (call, inner, shop) => {
      const token = call.arguments.resetToken || customerOf(shop, call)?.resetToken
      return inner({ ...call, arguments: { ...call.arguments, resetToken: token } })
    }),
  },
  {
    id: 'empty-token-is-a-wrong-one',
    does: 'an empty token is rejected like a wrong one',
    breaks: ['RESET-51'],
    change: service('checkResetToken', (check) => (customer, token) => check(customer, token || 'none')),
  },
  {
    id: 'customer-0-is-unknown',
    does: 'a link check for customer 0 is rejected with 404',
    breaks: ['RESET-53'],
    change: operation('password.validateLink', (call, inner, shop) => {
      if (call.arguments.customerId === 0) shop.services.customerById(0)
      return inner(call)
    }),
  },
  {
    id: 'negative-id-is-invalid',
    does: 'a negative id is rejected as invalid, as before 2.4.3-p2',
    breaks: ['RESET-54'],
    origin: '2.4.3-p1',
    change: rule('negativeIdIsInvalid', true),
  },
  {
    id: 'link-of-unknown-is-wrong',
    does: 'a link check for an unknown id is rejected like a wrong token',
    breaks: ['RESET-54', 'RESET-55'],
    change: refusing('password.validateLink', 404, () => {
      throw new Refusal(400, 'The password token is mismatched. Reset and try again.')
    }),
  },
  {
    id: 'link-id-read-as-a-number',
    does: 'an id that is not a number is treated as 0',
    breaks: ['RESET-56', 'ROUTE-11', 'SCHEMA-09'],
    change: (shop) => {
      shop.routes = shop.routes.map((route) =>
        route.operation === 'password.validateLink'
          ? { ...route, parameters: route.parameters.map((one) => ({ ...one, type: 'string' })) }
          : route,
      )
      operation('password.validateLink', (call, inner) =>
        inner({ ...call, arguments: { ...call.arguments, customerId: Number(call.arguments.customerId) || 0 } }),
      )(shop)
    },
  },
  {
    id: 'no-reset-by-all',
    does: 'through the store code "all", a reset finds no account, as before 2.4.1',
    breaks: ['RESET-57'],
    origin: '2.3.7-p4',
    change: operation('password.reset', (call, inner, shop) => {
      if (call.store.id === 0) shop.services.customerByEmail(String(call.arguments.email), 0)
      return inner(call)
    }),
  },
  {
    id: 'reset-of-unknown-email-is-true',
    does: 'setting a password for an unknown e-mail returns true',
    breaks: ['RESET-48'],
    change: refusing('password.reset', 404, () => true),
  },
  {
    id: 'null-token-is-text',
    does: 'a null token is treated as the text "null"',
    breaks: ['RESET-49'],
    change: reading((body, { url }) =>
      url.endsWith('/resetPassword') && body.resetToken === null ? { ...body, resetToken: 'null' } : undefined,
    ),
  },
  {
    id: 'empty-token-is-true',
    does: 'a reset with an empty token returns true and sets nothing',
    breaks: ['RESET-33', 'RESET-50', 'RESET-51'],
    change: operation('password.reset', (call, inner) => call.arguments.resetToken === '' || inner(call)),
  },
])
