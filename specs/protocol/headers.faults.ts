import { gzipSync } from 'node:zlib'
import { answers } from '../../faults/change.ts'
import { to, withHeader } from '../../faults/changes/answers.ts'
import { faults } from '../../faults/fault.ts'
import type { Answer } from '../../reference/index.ts'

/** Changes the value of every header, or removes the header. */
const headers = (change: (name: string, value: string) => string | undefined) => (answer: Answer) => ({
  headers: answer.headers.flatMap(([name, value]): [string, string][] => {
    const changed = change(name.toLowerCase(), value)
    return changed === undefined ? [] : [[name, changed]]
  }),
})

const always = () => true

export const headerFaults = faults([
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
    id: 'session-cookie-for-every-site',
    does: 'the session cookie has `SameSite=None` without `Secure`',
    breaks: ['HEAD-11'],
    change: answers(
      always,
      headers((_, value) => value.replace(/; SameSite=\w+/i, '; SameSite=None')),
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
    id: 'charset-missing-everywhere',
    does: 'responses lack `charset=utf-8` in the content type, JSON and XML alike',
    breaks: ['NEG-04', 'NEG-05', 'NEG-06', 'NEG-18', 'NEG-19', 'HEAD-01', 'PROFILE-44'],
    change: answers(
      always,
      headers((_, value) => value.replace(/^(application\/(json|xml)); charset=utf-8$/, '$1')),
    ),
  },
])
