import { service } from '../../faults/change.ts'
import { jsonOf } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import type { Call, Change, Shop } from '../../reference/index.ts'
import { customer, taking } from './detour-changes.faults.ts'

const bearerOf = ({ headers }: Call) => /^bearer (.*)$/i.exec(headers.authorization ?? '')?.[1] ?? ''

/** The first account of the run, which belongs to no scenario, in whatever order they run. */
const firstOf = ({ store }: Shop) => store.customers.keys().next().value

/** The claims of a token with this value in its header, whatever its signature. */
const trusting = (says: (header: { alg?: unknown; jwk?: unknown }) => boolean): Change =>
  service('verifyToken', (verify) => (text) => {
    const part = (index: number) => jsonOf({ body: Buffer.from(text.split('.')[index] ?? '', 'base64url') }) as never
    const good = verify(text)
    if (good || text.split('.').length !== 3) return good
    return says(part(0) ?? {}) ? part(1) : undefined
  })

export const tokenDetourFaults = faults([
  {
    id: 'token-in-a-cookie',
    does: 'a token in a cookie opens the profile, so that any site can request it',
    breaks: ['ACCESS-34'],
    change: taking(({ headers }, shop) =>
      shop.services.readToken(/token=([\w.-]+)/.exec(headers.cookie ?? '')?.[1] ?? ''),
    ),
  },
  {
    id: 'basic-credentials-open',
    does: 'e-mail and password as Basic credentials open the profile, bypassing lock and limit',
    breaks: ['ACCESS-35'],
    change: taking(({ headers }, shop) => {
      const encoded = /^basic (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
      const [email = '', password = ''] = Buffer.from(encoded, 'base64').toString().split(':')
      const known = shop.services.findCustomer(email, 1)
      return known && shop.services.passwordMatches(known, password) ? customer(known.id) : undefined
    }),
  },
  {
    id: 'basic-email-opens',
    does: 'an e-mail as Basic credentials opens its profile with any password, as if a proxy had checked it',
    breaks: ['ACCESS-35'],
    change: taking(({ headers }, shop) => {
      const encoded = /^basic (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
      const [email = ''] = Buffer.from(encoded, 'base64').toString().split(':')
      return customer(shop.services.findCustomer(email, 1)?.id)
    }),
  },
  {
    id: 'tokens-of-old-believed',
    does: 'a token with the length of an opaque token is accepted without a check',
    breaks: ['ACCESS-36', 'SAFE-04'],
    change: taking((call, shop) => (bearerOf(call).length === 32 ? customer(firstOf(shop)) : undefined)),
  },
  {
    id: 'opaque-token-by-pattern',
    does: 'an opaque token is looked up with LIKE: underscores match any character',
    release: '2.4.3-p2',
    breaks: ['ACCESS-36', 'SAFE-04'],
    change: taking((call, shop) => {
      const [first] = shop.store.tokens.values()
      return /^_{32}$/.test(bearerOf(call)) ? first?.user : undefined
    }),
  },
  {
    id: 'alg-none-in-other-case',
    does: 'a token with `alg` None is accepted: only the spelling none is rejected',
    breaks: ['ACCESS-37'],
    change: trusting(({ alg }) => alg === 'None'),
  },
  {
    id: 'key-of-the-token-itself',
    does: 'a token is verified with the key in its own header',
    breaks: ['ACCESS-37'],
    change: trusting(({ jwk }) => jwk !== undefined),
  },
])
