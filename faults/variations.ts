import type { Answer, Change } from '../reference/index.ts'
import { answers, service, together } from './change.ts'
import { describingDefinition, refusingDescription } from './changes/description.ts'
import { asking, jsonOf, without } from './changes/requests.ts'

/** A change that breaks no requirement. */
export interface Variation {
  readonly id: string
  readonly is: string
  readonly settings?: Readonly<Record<string, string>>
  readonly change?: Change
}

type Json = null | string | number | boolean | Json[] | { [key: string]: Json }

/** Applies a function to each object of a JSON value. */
function eachObject(value: unknown, change: (object: { [key: string]: Json }) => { [key: string]: Json }): unknown {
  if (Array.isArray(value)) return value.map((item) => eachObject(item, change))
  if (value === null || typeof value !== 'object') return value
  const inner = Object.entries(value).map(([key, item]) => [key, eachObject(item, change)])
  return change(Object.fromEntries(inner))
}

const json = (change: (object: { [key: string]: Json }) => { [key: string]: Json }) =>
  answers(
    // The OpenAPI description is left out: it describes objects, but contains none.
    ({ path }, { body, value }) => body === undefined && typeof value === 'object' && !isDescription(path),
    ({ value }) => ({ value: eachObject(value, change) }),
  )

const isDescription = (path: string) => /\/schema\/?$/.test(path)

/** Adds an extension attribute to the description, as a module does. */
const describingExtension = (definition: string, name: string) =>
  describingDefinition(definition, (schema) => ({
    ...schema,
    properties: { ...schema.properties, [name]: { type: 'object' } },
  }))

/** Accepts fields in requests that the shop adds to responses. */
const taking = (...fields: string[]) =>
  asking((request) => {
    if (!fields.some((field) => request.body.includes(field))) return undefined
    const body = eachObject(jsonOf(request), (object) => without(object, ...fields) as { [key: string]: Json })
    return { body: Buffer.from(JSON.stringify(body)) }
  })

/** Replaces each word of a message; placeholders, quotes and report ids stay, as in translations. */
const translated = (message: string) => message.replace(/(?<![%\w-])(?!webapi-)[A-Za-z]{2,}/g, (word) => `${word}a`)

const headers = (...more: [string, string][]) =>
  answers(
    () => true,
    (answer: Answer) => ({ headers: [...answer.headers, ...more] }),
  )

/** Changes the storefront's pages and the messages in its cookie. */
const pages = (html: (text: string) => string, message = (text: string) => text) =>
  answers(
    ({ path }) => path.startsWith('/customer/'),
    ({ status, body, headers: list }) => ({
      ...(status === 200 ? { body: html(String(body)) } : {}),
      headers: list.map(([name, value]): [string, string] => [
        name,
        value.replace(/(?<=^mage-messages=)[^;]*/, (text) => {
          const said = JSON.parse(decodeURIComponent(text)) as { type: string; text: string }[]
          return encodeURIComponent(JSON.stringify(said.map((one) => ({ ...one, text: message(one.text) }))))
        }),
      ]),
    }),
  )

const isCustomer = (object: { [key: string]: Json }) => 'store_id' in object && 'email' in object
const isAddress = (object: { [key: string]: Json }) => 'customer_id' in object && 'street' in object

export const variations: readonly Variation[] = [
  {
    id: 'description-for-administrators',
    is: 'a shop that describes itself to administrators only',
    change: refusingDescription((call) => call.user === undefined),
  },
  {
    id: 'description-for-nobody',
    is: 'a shop that describes itself to nobody',
    change: refusingDescription(() => true),
  },
  {
    id: 'keys-reversed',
    is: 'keys in another order',
    change: json((object) => Object.fromEntries(Object.entries(object).reverse())),
  },
  {
    id: 'extension-attributes',
    is: 'modules add extension attributes to customers and addresses',
    change: together(
      taking('company_attributes'),
      describingExtension('customer-data-customer-extension-interface', 'company_attributes'),
      describingExtension('customer-data-address-extension-interface', 'company_attributes'),
      json((object) =>
        isCustomer(object) || isAddress(object)
          ? {
              ...object,
              extension_attributes: {
                ...(object.extension_attributes as object),
                company_attributes: { company_id: 0, status: 1 },
              },
            }
          : object,
      ),
    ),
  },
  {
    id: 'custom-attributes',
    is: 'a merchant has attributes of his own',
    change: json((object) =>
      isCustomer(object) ? { ...object, custom_attributes: [{ attribute_code: 'loyalty', value: 'gold' }] } : object,
    ),
  },
  {
    id: 'other-fields',
    is: 'later releases add fields',
    change: together(
      taking('a_later_field'),
      json((object) => (isCustomer(object) || isAddress(object) ? { ...object, a_later_field: 'x' } : object)),
    ),
  },
  {
    id: 'pretty-printed',
    is: 'JSON with white space and unescaped letters',
    change: answers(
      (_, { body, value, headers: list }) =>
        body === undefined && value !== undefined && list.some(([, text]) => text.startsWith('application/json')),
      ({ value }) => ({ body: `${JSON.stringify(value, null, 2)}\n` }),
    ),
  },
  {
    id: 'other-headers',
    is: 'a content delivery network and monitoring add headers',
    change: headers(
      ['Via', '1.1 varnish'],
      ['X-Cache', 'MISS'],
      ['X-Cache-Status', 'HIT-FOR-PASS'],
      ['Strict-Transport-Security', 'max-age=31536000'],
      ['X-Served-By', 'cache-fra'],
      ['Server-Timing', 'app;dur=12'],
    ),
  },
  {
    id: 'security-headers',
    is: 'a web server adds security headers to everything',
    change: headers(
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'same-origin'],
      ['Content-Security-Policy', "default-src 'self'"],
    ),
  },
  {
    id: 'other-content-type-spelling',
    is: 'the content type is spelt otherwise',
    change: answers(
      () => true,
      ({ headers: list }) => ({
        headers: list.map(([name, text]): [string, string] => [
          name.toLowerCase(),
          text.replace('application/json; charset=utf-8', 'application/json;charset=UTF-8'),
        ]),
      }),
    ),
  },
  {
    id: 'other-ids',
    is: 'a shop with a hundred thousand customers before',
    change: ({ store }) => void Object.assign(store, { lastCustomerId: 104_729, lastAddressId: 1_299_709 }),
  },
  {
    id: 'other-store',
    is: 'store views and websites have other ids and names',
    change: (shop) => {
      for (const website of shop.store.websites)
        if (website.id === 1) Object.assign(website, { id: 7, name: 'Boutique', defaultStoreId: 12 })
      for (const store of shop.store.stores)
        if (store.id === 1) Object.assign(store, { id: 12, websiteId: 7, name: 'Vue par défaut' })
    },
  },
  {
    id: 'translated',
    is: 'a store that answers in another language',
    change: together(
      json((object) =>
        typeof object.message === 'string' ? { ...object, message: translated(object.message) } : object,
      ),
      pages((html) => html.replace(/(?<=>)You have[^<]*/g, translated), translated),
    ),
  },
  {
    id: 'late-mails',
    is: 'a mail server that delivers every mail five seconds late',
    change: ({ outbox }) => {
      outbox.delay = 5
    },
  },
  {
    id: 'confirmation',
    is: 'a shop that has accounts confirmed',
    settings: { 'customer/create_account/confirm': '1' },
  },
  {
    id: 'other-theme',
    is: 'a storefront in another theme',
    change: pages((html) => html.replace(/(class|id)="[^"]*"/g, '$1="theme"')),
  },
  {
    id: 'headless',
    is: 'a shop whose pages are an application of its own',
    change: pages(() => '<!doctype html><title>Shop</title><div id="root"></div>'),
  },
  {
    id: 'address-format',
    is: 'a shop that writes addresses in another order',
    change: service('addressMarkup', (markup) => (address) => markup(address).split('<br />').reverse().join(', ')),
  },
  { id: 'global-accounts', is: 'accounts shared between websites', settings: { 'customer/account_share/scope': '0' } },
  {
    id: 'stricter-policy',
    is: 'passwords of twelve characters and four classes',
    settings: {
      'customer/password/minimum_password_length': '12',
      'customer/password/required_character_classes_number': '4',
    },
  },
  { id: 'three-street-lines', is: 'three lines of street', settings: { 'customer/address/street_lines': '3' } },
  {
    id: 'two-hour-tokens',
    is: 'tokens that live two hours',
    settings: { 'webapi/jwtauth/customer_expiration': '120' },
  },
]

/** Without the variation that hides the description from everyone: the effect of the others on it would not show. */
const joined = variations.filter(({ id }) => id !== 'description-for-nobody')

/** All variations at once. */
export const allTogether: Variation = {
  id: 'all-together',
  is: 'all of these at once',
  settings: Object.assign({}, ...joined.map(({ settings }) => settings ?? {})),
  change: together(...joined.flatMap(({ change }) => (change ? [change] : []))),
}
