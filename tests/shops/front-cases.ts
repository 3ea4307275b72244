import { answers } from '../../faults/change.ts'
import { asking } from '../../faults/changes/requests.ts'
import type { Change } from '../../reference/index.ts'
import type { ShopCase } from './cases.ts'

/** Adds headers to each answer. */
const headed = (...more: [string, string][]): Change =>
  answers(
    () => true,
    ({ headers }) => ({ headers: [...headers, ...more] }),
  )

/** Cloudflare's form of an e-mail in a page: a key, then every byte XOR the key. */
const obfuscated = (email: string): string => {
  const key = 0x5b
  return Buffer.from([key, ...Buffer.from(email).map((byte) => byte ^ key)]).toString('hex')
}
const hidesEmails = answers(
  ({ path }, { status }) => path.startsWith('/customer/') && status === 200,
  ({ body }) => ({
    body: String(body).replace(
      /[\w.+-]+@[\w-]+\.\w+/g,
      (email) =>
        `<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${obfuscated(email)}">[email&#160;protected]</a>`,
    ),
  }),
)
const takesSlashes: Change = (shop) => {
  const { handle } = shop
  shop.handle = async (request) => {
    const [path = '', query] = request.url.split('?')
    if (!path.startsWith('/rest/') || !path.endsWith('/')) return handle(request)
    const location = path.replace(/\/+$/, '') + (query ? `?${query}` : '')
    return { status: 301, headers: [['Location', location]], body: '' }
  }
}
const withoutGetBodies = asking(({ method }) => (method === 'GET' ? { body: Buffer.alloc(0) } : undefined))

/** The first store view, renamed. */
const renamed: Change = ({ store }) => {
  for (const view of store.stores) view.code = 'us_en'
}

/** Shops that the run reaches in another way, or with something in front of them that changes requests or answers. */
export const frontCases: readonly ShopCase[] = [
  {
    is: 'redirects paths with a slash at the end',
    changes: [takesSlashes],
    only: ['ACCESS', 'ROUTE', 'ERROR', 'HEAD'],
    told: ['front limits'],
    says: /301 instead of the shop: a redirect to the same path without the slash/,
    loses: 5,
  },
  {
    is: 'has e-mails in its pages replaced by Cloudflare',
    changes: [hidesEmails],
    environment: { MAGENTO_STOREFRONT: 'on' },
    only: ['STORE'],
    told: [],
    loses: 0,
  },
  {
    is: 'has a cache that drops the bodies of GET requests',
    changes: [withoutGetBodies, headed(['Via', '1.1 varnish (Varnish/7.1)'])],
    only: ['BODY'],
    told: [],
    loses: 1,
  },
  { is: 'has no store view named default', changes: [renamed], told: [], loses: 1 },
]
