import { answers } from '../../faults/change.ts'
import { asking } from '../../faults/changes/requests.ts'
import type { Change, HttpRequest, HttpResponse } from '../../reference/index.ts'
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

const digitsAlone = asking(({ body }) => ({
  body: Buffer.from(String(body).replace(/(?<="telephone"\s*:\s*")[^"]*/g, (number) => number.replace(/\D/g, ''))),
}))
/** The first store view, renamed. */
const renamed: Change = ({ store }) => {
  for (const view of store.stores) view.code = 'us_en'
}

const isPage = ({ url }: HttpRequest) => url.startsWith('/customer/')
const pagesAnswered =
  (answer: HttpResponse): Change =>
  (shop) => {
    const { handle } = shop
    shop.handle = async (request) => (isPage(request) ? answer : handle(request))
  }
const pagesBelow: Change = (shop) => {
  const { handle } = shop
  const location = ({ url }: HttpRequest): [string, string] => ['Location', `${shop.baseUrl}/en${url}`]
  shop.handle = async (request) =>
    isPage(request) ? { status: 302, headers: [location(request)], body: '' } : handle(request)
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
  {
    is: 'keeps the digits of a telephone number alone',
    changes: [digitsAlone],
    told: ['required-field adapted'],
    says: /rewrites telephone numbers \("512-555-1111" to "5125551111"\)/,
    loses: 3,
  },
  {
    is: 'has a challenge of Cloudflare in front of its pages',
    changes: [pagesAnswered({ status: 403, headers: [['cf-mitigated', 'challenge']], body: '<html></html>' })],
    environment: { MAGENTO_STOREFRONT: 'on' },
    only: ['STORE', 'TOKEN'],
    told: [],
    loses: 45,
  },
  {
    is: 'has its pages below the code of a store view',
    changes: [pagesBelow],
    environment: { MAGENTO_STOREFRONT: 'on' },
    only: ['STORE', 'TOKEN'],
    told: [],
    loses: 45,
  },
]
