import { headerOf, hearing } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import type { Answer } from '../../reference/index.ts'

const json: [string, string] = ['Content-Type', 'application/json; charset=utf-8']
const onlyHtml = (request: Parameters<typeof headerOf>[0]) => headerOf(request, 'accept') === 'text/html'

export const acceptFaults = faults([
  {
    id: 'accept-with-charset',
    does: 'an `Accept` header with a charset is rejected',
    breaks: ['NEG-01', 'ERROR-04'],
    change: hearing('accept', (accept) => (accept.includes('charset') ? 'application/xml' : accept)),
  },
  {
    id: 'xml-unless-told',
    does: 'the default format of responses is XML instead of JSON',
    breaks: ['NEG-02', 'ERROR-04'],
    change: hearing('accept', (accept) => (/^(\*\/\*)?$/.test(accept) ? 'application/xml' : accept)),
  },
  {
    id: 'first-accepted-type-only',
    does: 'only the first type of an `Accept` header is considered',
    breaks: ['NEG-03', 'NEG-05', 'ERROR-04'],
    change: hearing('accept', (accept) => accept.split(',')[0] ?? ''),
  },
  {
    id: 'json-only',
    does: 'responses are JSON even if `Accept` asks for XML',
    breaks: ['NEG-04', 'NEG-05', 'NEG-06', 'NEG-18', 'NEG-19', 'PROFILE-44'],
    change: hearing('accept', (accept) => (accept.includes('xml') ? 'application/json' : accept)),
  },
  {
    id: 'weights-ignored',
    does: 'the q weights of an `Accept` header are ignored',
    breaks: ['NEG-05'],
    change: hearing('accept', (accept) => accept.replace(/;q=[\d.]+/g, '')),
  },
  {
    id: 'errors-in-json-only',
    does: 'errors are JSON even if `Accept` asks for XML',
    breaks: ['NEG-06'],
    change: (shop) =>
      shop.onAnswer((call, answer) => {
        if (call.format !== 'xml' || answer.status < 400) return undefined
        call.format = 'json'
        return { ...answer, headers: [json, ...answer.headers.slice(1)] }
      }),
  },
  {
    id: 'not-acceptable',
    does: 'an unsupported `Accept` header returns 406',
    breaks: ['NEG-07', 'NEG-08', 'NEG-17'],
    change: (shop) =>
      shop.onAnswer((call, { status, headers }): Answer | undefined =>
        status === 500 && call.headers.accept === 'text/html'
          ? { status: 406, headers: [json, ...headers.slice(1)], value: { message: 'Not Acceptable' } }
          : undefined,
      ),
  },
  {
    id: 'json-at-a-pinch',
    does: 'a request whose `Accept` names no supported format is answered with JSON',
    breaks: ['NEG-07', 'NEG-08', 'NEG-17'],
    change: hearing('accept', (accept) => (accept === 'text/html' ? '*/*' : accept)),
  },
  {
    id: 'route-before-accept',
    does: 'an unknown route is reported before an unsupported `Accept` header',
    breaks: ['NEG-08'],
    change: hearing('accept', (accept, { url }) => (/V1\/(customers|integration)/.test(url) ? accept : '*/*')),
  },
  {
    id: 'accept-looked-at-last',
    does: 'a request with an unsupported `Accept` header is executed before it is rejected',
    breaks: ['NEG-17'],
    change: (shop) => {
      const { handle } = shop
      shop.handle = async (request) => {
        if (onlyHtml(request)) await handle({ ...request, headers: { ...request.headers, accept: '*/*' } })
        return handle(request)
      }
    },
  },
])
