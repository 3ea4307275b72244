import { answers, operation, rule, service } from '../../faults/change.ts'
import { customerOf, refusing } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'
import { Breakdown, Refusal } from '../../reference/index.ts'

const isRequest = ({ route }: { route?: { operation: string } }) => route?.operation === 'password.initiate'

export const resetRequestFaults = faults([
  {
    id: 'reset-request-answers-an-object',
    does: 'a reset request returns an object instead of true',
    breaks: ['RESET-01', 'RESET-05', 'RESET-11', 'RESET-19'],
    change: operation('password.initiate', (call, inner) => ({ success: inner(call) })),
  },
  {
    id: 'reset-request-denies-its-mail',
    does: 'a reset request returns false though the mail is sent',
    breaks: ['RESET-01'],
    change: operation('password.initiate', (call, inner) => !inner(call)),
  },
  {
    id: 'reset-request-takes-the-password',
    does: 'a reset request invalidates the password at once',
    breaks: ['RESET-02'],
    change: operation('password.initiate', (call, inner, shop) => {
      const answer = inner(call)
      const customer = customerOf(shop, call)
      if (customer) customer.passwordHash = undefined
      return answer
    }),
  },
  {
    id: 'reset-of-unknown-is-true',
    does: 'a reset request for an unknown e-mail returns true',
    breaks: ['RESET-03', 'RESET-19'],
    change: refusing('password.initiate', 404, () => true),
  },
  {
    id: 'reset-of-unknown-crashes',
    does: 'a reset request for an unknown e-mail returns an internal error',
    breaks: ['RESET-03', 'RESET-06'],
    change: refusing('password.initiate', 404, () => {
      throw new Breakdown('no customer')
    }),
  },
  {
    id: 'reset-of-unknown-without-website',
    does: 'the error for an unknown e-mail names only the value, as `value`',
    breaks: ['RESET-03', 'RESET-06', 'ERROR-06'],
    change: refusing('password.initiate', 404, (_, { message, parameters }) => {
      const { fieldName, fieldValue } = parameters as Record<string, unknown>
      throw new Refusal(404, message, { fieldName, value: fieldValue })
    }),
  },
  {
    id: 'any-template-is-good',
    does: 'an unknown template sends the usual mail',
    breaks: ['RESET-04', 'RESET-18'],
    change: operation('password.initiate', (call, inner) =>
      inner({ ...call, arguments: { ...call.arguments, template: 'email_reset' } }),
    ),
  },
  {
    id: 'templates-not-named',
    does: 'the error for an unknown template does not list the existing ones, as in 2.1',
    breaks: ['RESET-04'],
    origin: '2.1.6',
    change: refusing('password.initiate', 400, (_, { message, parameters }) => {
      if (!message.includes('Possible values')) throw new Refusal(400, message, parameters)
      const { value } = parameters as Record<string, unknown>
      const template = 'Invalid value of "%value" provided for the %fieldName field.'
      throw new Refusal(400, template, { value, fieldName: 'email type' })
    }),
  },
  {
    id: 'no-reminder',
    does: 'the template email_reminder is unknown',
    breaks: ['RESET-05'],
    change: operation('password.initiate', (call, inner) => {
      const { template } = call.arguments
      return inner({
        ...call,
        arguments: { ...call.arguments, template: `${template}`.replace('email_reminder', 'no') },
      })
    }),
  },
  {
    id: 'no-reset-through-all',
    does: 'the store code "all" accepts no reset requests',
    breaks: ['RESET-06'],
    change: operation('password.initiate', (call, inner) => {
      if (call.store.id === 0) throw new Refusal(400, 'Specified request cannot be processed.')
      return inner(call)
    }),
  },
  {
    id: 'throttled-too-early',
    does: 'a release before 2.4.8 limits reset requests over REST',
    breaks: ['RESET-07'],
    release: '2.4.7-p6',
    change: rule('resetsAreLimited', true),
  },
  {
    id: 'reset-requests-without-limit',
    does: 'reset requests over REST are not limited',
    breaks: ['RESET-08'],
    origin: 'magento/magento2#38238',
    change: rule('resetsAreLimited', false),
  },
  {
    id: 'throttle-with-429',
    does: 'a reset request over the limit is rejected with 429',
    breaks: ['RESET-08', 'RESET-09', 'ERROR-07'],
    change: refusing('password.initiate', 400, (_, { message, parameters }) => {
      throw new Refusal(message.startsWith('We received') ? 429 : 400, message, parameters)
    }),
  },
  {
    id: 'throttle-names-nobody',
    does: 'the error for a reset request over the limit has no contact address',
    breaks: ['RESET-03', 'RESET-04', 'RESET-05', 'RESET-06', 'RESET-09', 'RESET-20'],
    change: service('checkResetFrequency', (check) => (call, email) => {
      try {
        check(call, email)
      } catch {
        throw new Refusal(400, 'Too many password reset requests.')
      }
    }),
  },
  {
    id: 'template-checked-first',
    does: 'an unknown template is rejected before a new token is generated',
    breaks: ['RESET-20'],
    change: operation('password.initiate', (call, inner, shop) => {
      const customer = customerOf(shop, call)
      const before = { resetToken: customer?.resetToken, resetTokenAt: customer?.resetTokenAt }
      try {
        return inner(call)
      } catch (error) {
        if (customer) Object.assign(customer, before)
        throw error
      }
    }),
  },
  {
    id: 'reset-request-without-template',
    does: 'a reset request without a template sends the usual mail',
    breaks: ['RESET-52', 'ERROR-06', 'SCHEMA-09'],
    change: (shop) => {
      shop.routes = shop.routes.map((route) =>
        isRequest({ route })
          ? { ...route, parameters: route.parameters.map((one) => ({ ...one, optional: one.name !== 'email' })) }
          : route,
      )
    },
  },
  {
    id: 'reset-request-names-one-missing',
    does: 'only the first of two missing fields of a reset request is named, or the template may be missing',
    breaks: ['RESET-52'],
    change: answers(
      (call, { status, value }) => isRequest(call) && status === 400 && !!(value as { errors?: unknown }).errors,
      ({ value }) => ({ value: (value as { errors: unknown[] }).errors[0] }),
    ),
  },
  {
    id: 'reset-request-locks-the-account',
    does: 'a reset request locks the account until the link is used',
    breaks: ['RESET-02'],
    change: operation('password.initiate', (call, inner, shop) => {
      const answer = inner(call)
      const customer = customerOf(shop, call)
      if (customer) customer.lockExpires = shop.clock.now() + 7_200_000
      return answer
    }),
  },
  {
    id: 'reset-request-minds-case',
    does: 'a reset request finds an account by its e-mail as it was written only',
    breaks: ['RESET-69'],
    change: operation('password.initiate', (call, initiate, shop) => {
      const email = String(call.arguments.email)
      const found = shop.services.findCustomer(email, 1)
      return initiate({
        ...call,
        arguments: { ...call.arguments, email: !found || found.email === email ? email : `no-${email}` },
      })
    }),
  },
  {
    id: 'reset-request-knows-no-capitals',
    does: 'a reset request finds no account for an e-mail that is written with capital letters',
    breaks: ['RESET-69'],
    change: operation('password.initiate', (call, initiate) => {
      const email = String(call.arguments.email)
      return initiate({
        ...call,
        arguments: { ...call.arguments, email: email === email.toLowerCase() ? email : `no-${email}` },
      })
    }),
  },
  {
    id: 'mail-with-unknown-template',
    does: 'a request with an unknown template is rejected, but sends a mail',
    breaks: ['RESET-18', 'RESET-20'],
    change: refusing('password.initiate', 400, (call, refusal, shop) => {
      const customer = customerOf(shop, call)
      if (customer && refusal.message.includes('template1')) shop.services.sendReset(customer, 'email_reset')
      throw refusal
    }),
  },
])

export const resetRemedies = faults([
  {
    id: 'reset-request-tells-nothing',
    does: 'an unknown e-mail returns true and gets no mail',
    breaks: ['RESET-10'],
    change: refusing('password.initiate', 404, () => true),
  },
  {
    id: 'reset-throws-everybody-out',
    does: 'a reset revokes the tokens issued before it',
    breaks: ['RESET-38'],
    change: operation('password.reset', (call, inner, shop) => {
      const answer = inner(call)
      const customer = customerOf(shop, call)
      if (customer) shop.services.revokeTokens({ type: 'customer', id: customer.id })
      return answer
    }),
  },
])
