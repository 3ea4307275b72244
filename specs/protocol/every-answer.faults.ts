import { gzipSync } from 'node:zlib'
import { answers } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Answer } from '../../reference/index.ts'
import { adding, countryRefused, isObject, refused, to, withHeader } from './every-answer-changes.faults.ts'

/** Changes the value of every header, or takes the header away. */
const headers = (change: (name: string, value: string) => string | undefined) => (answer: Answer) => ({
  headers: answer.headers.flatMap(([name, value]): [string, string][] => {
    const changed = change(name.toLowerCase(), value)
    return changed === undefined ? [] : [[name, changed]]
  }),
})

const always = () => true

const addressesOf = (value: unknown) => (isObject(value) ? ((value.addresses ?? []) as Record<string, unknown>[]) : [])

/** What every answer says of addresses: broken where it is not what was sent. */
const withChangedAddresses = [
  'ACCESS-41',
  'ADMIN-02',
  'ADMIN-05',
  'ADMIN-09',
  'ADMIN-11',
  'ADMIN-14',
  'CREATE-27',
  'DEFAULT-01',
  'OBJECT-04',
  'PROFILE-01',
  'RESET-65',
  'TOKEN-13',
] as const

/** What goes wrong in every answer alike, or in one that nobody looks at for it. */
export const everyAnswerFaults = faults([
  {
    id: 'country-refusal-without-message',
    does: 'the error for an unknown country has the field `error` instead of `message`',
    breaks: ['ERROR-01', 'DIRECTORY-04', 'DIRECTORY-05'],
    change: answers(countryRefused, () => ({ value: { error: 'not found' } })),
  },
  {
    id: 'developer-mode',
    does: 'errors contain a stack trace (`trace`), as in developer mode',
    breaks: ['ERROR-02'],
    change: answers(
      refused,
      adding(() => ({ trace: null })),
    ),
  },
  {
    id: 'server-path-in-a-refusal',
    does: 'an error contains a file path of the server',
    breaks: ['ERROR-03'],
    origin: 'magento/magento2#31546',
    change: answers(
      refused,
      adding(() => ({ file: '/var/www/html/vendor/magento/framework/Webapi.php' })),
    ),
  },
  {
    id: 'html-for-an-unknown-country',
    does: 'an unknown country returns an HTML page instead of a JSON error',
    breaks: ['ERROR-01', 'ERROR-04', 'HEAD-06', 'DIRECTORY-04', 'DIRECTORY-05'],
    change: answers(countryRefused, () => ({ body: '<!doctype html><title>404 Not Found</title>' })),
  },
  {
    id: 'internal-error-names-its-class',
    does: 'a 500 error contains the class of the exception',
    breaks: ['ERROR-05'],
    release: '2.4.6-p11',
    change: answers(
      (_, { status, value }) => status === 500 && isObject(value),
      adding(() => ({ class: 'TypeError' })),
    ),
  },
  {
    id: 'placeholder-without-parameter',
    does: 'an error message has a placeholder whose parameter is missing',
    breaks: ['ERROR-06', 'DIRECTORY-04', 'DIRECTORY-05'],
    change: answers(countryRefused, () => ({ value: { message: 'No country %countryId.' } })),
  },
  {
    id: 'unprocessable-country',
    does: 'an unknown country returns 422, a status Magento does not use',
    breaks: ['ERROR-07', 'DIRECTORY-04', 'DIRECTORY-05'],
    change: answers(countryRefused, () => ({ status: 422 })),
  },
  {
    id: 'charset-missing',
    does: 'JSON responses lack `charset=utf-8` in the content type',
    breaks: ['HEAD-01'],
    change: answers(
      always,
      headers((_, value) => value.replace('application/json; charset=utf-8', 'application/json')),
    ),
  },
  {
    id: 'profile-may-be-cached',
    does: 'the profile may be cached for an hour (`Cache-Control`)',
    breaks: ['HEAD-02', 'HEAD-08'],
    change: answers(
      to('customer.me'),
      headers((name, value) => (name === 'cache-control' ? 'private, max-age=3600' : value)),
    ),
  },
  {
    id: 'always-packed',
    does: 'answers are packed by gzip, whatever the request accepts',
    breaks: ['HEAD-10'],
    change: answers(to('directory.country'), ({ value, headers }) => ({
      headers: [...headers, ['Content-Encoding', 'gzip'] as [string, string]],
      body: gzipSync(JSON.stringify(value)),
    })),
  },
  {
    id: 'profile-from-a-cache',
    does: 'a cache in front of the shop answers for the profile',
    breaks: ['HEAD-09'],
    change: answers(
      to('customer.me'),
      withHeader('X-Cache', () => 'Hit from cloudfront'),
    ),
  },
  {
    id: 'profile-an-hour-old',
    does: 'the profile is an hour old, as a cache says that kept it',
    breaks: ['HEAD-09'],
    change: answers(
      to('customer.me'),
      withHeader('Age', () => '3600'),
    ),
  },
  {
    id: 'no-store-missing',
    does: 'responses lack `no-store` in `Cache-Control`',
    breaks: ['HEAD-02', 'STORE-17'],
    change: answers(
      always,
      headers((name, value) => (name === 'cache-control' ? undefined : value)),
    ),
  },
  {
    id: 'framing-allowed',
    does: 'responses lack `X-Frame-Options`, so other sites may show them in a frame',
    breaks: ['HEAD-03', 'STORE-18'],
    change: answers(
      always,
      headers((name, value) => (name === 'x-frame-options' ? undefined : value)),
    ),
  },
  {
    id: 'etag-sent',
    does: 'responses have an `ETag`, as web frameworks add by default',
    breaks: ['HEAD-04'],
    change: answers(
      always,
      withHeader('ETag', () => 'W/"1f-x"'),
    ),
  },
  {
    id: 'session-cookie-for-scripts',
    does: 'the session cookie lacks `HttpOnly`, so scripts can read it',
    breaks: ['HEAD-05', 'STORE-16'],
    change: answers(
      always,
      headers((_, value) => value.replace(/; HttpOnly/i, '')),
    ),
  },
  {
    id: 'byte-order-mark',
    does: 'a JSON response begins with a byte order mark',
    breaks: ['ROUTE-24', 'ROUTE-25', 'BODY-10', 'HEAD-06', 'DIRECTORY-06'],
    change: answers(to('directory.currency'), ({ value }) => ({ body: `\ufeff${JSON.stringify(value)}` })),
  },
  {
    id: 'key-twice',
    does: 'a JSON object of the response has the same key twice',
    breaks: ['NEG-19', 'HEAD-06', 'PROFILE-44'],
    change: answers(to('customer.me'), ({ value }) => ({ body: JSON.stringify(value).replace('{', '{"email":"",') })),
  },
  {
    id: 'profile-loses-its-store-after-a-change',
    does: 'the response to a profile update lacks `created_in`',
    breaks: ['WHOLE-01', 'PROFILE-02', 'PROFILE-03', 'PROFILE-37'],
    change: answers(to('customer.saveMe'), ({ value }) => ({ value: { ...(value as object), created_in: undefined } })),
  },
  {
    id: 'billing-address-with-null',
    does: 'unset fields of the default billing address are null instead of absent',
    breaks: ['ACCESS-41', 'WHOLE-02', 'PROFILE-43', 'PROFILE-52', 'DEFAULT-01', 'ADMIN-11'],
    change: answers(
      (call, answer) => to('address.billing')(call, answer) && isObject(answer.value),
      adding(() => ({ fax: null })),
    ),
  },
  {
    id: 'search-without-criteria',
    does: 'a search result lacks `search_criteria`',
    breaks: ['WHOLE-03', 'ADMIN-14', 'ADMIN-16', 'ADMIN-19'],
    change: answers(to('customer.search'), ({ value }) => ({
      value: { ...(value as object), search_criteria: undefined },
    })),
  },
  {
    id: 'telephone-reformatted',
    does: 'a telephone number is returned in another format than it was sent',
    breaks: [
      ...withChangedAddresses,
      'CREATE-02',
      'OBJECT-17',
      'ROUTE-21',
      'WHOLE-04',
      'PROFILE-20',
      'DEFAULT-02',
      'CREATE-45',
      'ADMIN-37',
    ],
    change: answers(to('customer.create'), ({ value }) => ({
      value: {
        ...(value as object),
        addresses: addressesOf(value).map((address) => ({ ...address, telephone: '+1 512 555 1111' })),
      },
    })),
  },
  {
    id: 'default-of-another-address',
    does: '`default_shipping` of a customer names another address than the one with the flag',
    breaks: [
      'CREATE-27',
      'CREATE-38',
      'OBJECT-04',
      'OBJECT-09',
      'TOKEN-13',
      'ACCESS-41',
      'RESET-65',
      'WHOLE-05',
      'PROFILE-01',
      'ADMIN-02',
      'ADMIN-05',
      'ADMIN-14',
      'ADMIN-25',
    ],
    change: answers(
      (call, answer) => to('customer.create')(call, answer) && addressesOf(answer.value).length > 0,
      adding(() => ({ default_billing: '1' })),
    ),
  },
])
