import { answers, operation, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { type Call, type Change, type Customer, Refusal, type Shop } from '../../reference/index.ts'
import { losing, sent } from '../shared/lookalike-changes.faults.ts'

const named = (call: Call, shop: Shop) => shop.services.findCustomer(String(call.arguments.username ?? ''), 1)

/** Logs in without a look at the password when a condition holds. */
const unchecked = (holds: (call: Call) => boolean): Change =>
  operation('token.create', (call, login, shop) => {
    const known = named(call, shop)
    return known && holds(call) ? shop.services.issueToken({ type: 'customer', id: known.id }) : login(call)
  })

export const lookalikeFaults = faults([
  {
    id: 'no-password-is-told',
    does: 'a login to an account without a password returns a different error',
    breaks: ['CREATE-11'],
    change: operation('token.create', (call, login, shop) => {
      const known = named(call, shop)
      if (known && !known.passwordHash) throw new Refusal(401, 'Choose a password first.')
      return login(call)
    }),
  },
  {
    id: 'group-by-attribute-when-registering',
    does: 'a visitor can set the customer group as a custom attribute',
    breaks: ['CREATE-44'],
    change: operation('customer.create', (call, create, shop) => {
      const answer = create(call) as { id: number }
      const { custom_attributes: list } = (call.input.customer ?? {}) as { custom_attributes?: unknown }
      const group = Array.isArray(list) ? list.find(({ attribute_code }) => attribute_code === 'group_id') : undefined
      if (!group) return answer
      shop.services.customerById(answer.id).group_id = group.value
      return { ...answer, group_id: group.value }
    }),
  },
  {
    id: 'email-by-pattern',
    does: 'a login treats a percent sign in the e-mail as a wildcard',
    breaks: ['TOKEN-34'],
    change: service('findCustomer', (find, shop) => (email, website) => {
      const [start, end] = email.split('%')
      if (end === undefined) return find(email, website)
      const fits = (known: Customer) => known.email.startsWith(start ?? '') && known.email.endsWith(end)
      return [...shop.store.customers.values()].find(fits)
    }),
  },
  {
    id: 'true-is-any-password',
    does: 'the password `true` logs in to any account (loose comparison)',
    breaks: ['TOKEN-35'],
    change: unchecked((call) => sent(call, 'password') === true),
  },
  {
    id: 'xml-logs-in-unchecked',
    does: 'a login in XML does not check the password',
    breaks: ['TOKEN-36', 'LOCK-12'],
    change: unchecked(({ headers }) => /xml/.test(headers['content-type'] ?? '')),
  },
  {
    id: 'change-deletes-addresses',
    does: 'changing the password deletes the customer’s addresses',
    breaks: ['CHANGE-19'],
    change: losing('password.change', ({ user }, shop) => shop.store.customers.get(user?.id ?? 0)),
  },
  {
    id: 'change-resets-the-group',
    does: 'changing the password changes the customer group',
    breaks: ['CHANGE-19'],
    change: operation('password.change', (call, change, shop) => {
      const answer = change(call)
      shop.services.customerById(call.user?.id ?? 0).group_id = 2
      return answer
    }),
  },
  {
    id: 'gender-cleared',
    does: 'an update without the gender clears it',
    breaks: ['PROFILE-05'],
    change: operation('customer.saveMe', (call, inner, shop) => {
      const { gender } = call.arguments.customer as { gender?: number }
      const { gender: _, ...answer } = inner(call) as Record<string, unknown>
      if (gender !== undefined) return { ...answer, gender }
      Object.assign(shop.services.customerById(Number(answer.id)), { gender: undefined })
      return answer
    }),
  },
  {
    id: 'cookies-cached',
    does: 'a cache gives one visitor’s session cookie to others',
    breaks: ['HEAD-07', 'STORE-03', 'STORE-05', 'STORE-19', 'STORE-41', 'STORE-50'],
    change: answers(
      () => true,
      ({ headers }) => ({
        headers: headers.map(([name, value]) => [name, value.replace(/PHPSESSID=\w+/, 'PHPSESSID=0123456789abcdef')]),
      }),
    ),
  },
  {
    id: 'answers-are-public',
    does: 'responses may be cached publicly for a minute (`Cache-Control`)',
    release: '2.3.7-p4',
    breaks: ['HEAD-08', 'STORE-17'],
    change: answers(
      () => true,
      ({ headers }) => ({
        headers: headers.map(([name, value]) => [name, name === 'Cache-Control' ? 'public, max-age=60' : value]),
      }),
    ),
  },
])
