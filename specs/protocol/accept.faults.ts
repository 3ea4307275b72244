import { headerOf, hearing } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import type { Answer } from '../../reference/index.ts'

const json: [string, string] = ['Content-Type', 'application/json; charset=utf-8']
const onlyHtml = (request: Parameters<typeof headerOf>[0]) => headerOf(request, 'accept') === 'text/html'

export const acceptFaults = faults([
  {
    id: 'accept-with-charset',
    does: 'an Accept with a charset is not understood',
    breaks: ['NEG-01', 'ERROR-04'],
    change: hearing('accept', (accept) => (accept.includes('charset') ? 'application/xml' : accept)),
  },
  {
    id: 'xml-unless-told',
    does: 'who does not say JSON gets XML',
    breaks: ['NEG-02', 'ERROR-04'],
    change: hearing('accept', (accept) => (/^(\*\/\*)?$/.test(accept) ? 'application/xml' : accept)),
  },
  {
    id: 'first-accepted-type-only',
    does: 'of several accepted types only the first is looked at',
    breaks: ['NEG-03', 'NEG-05', 'ERROR-04'],
    change: hearing('accept', (accept) => accept.split(',')[0] ?? ''),
  },
  {
    id: 'json-only',
    does: 'an imitation answers in JSON whatever is accepted',
    breaks: ['NEG-04', 'NEG-05', 'NEG-06', 'NEG-18', 'NEG-19', 'PROFILE-44'],
    change: hearing('accept', (accept) => (accept.includes('xml') ? 'application/json' : accept)),
  },
  {
    id: 'weights-ignored',
    does: 'accepted types are taken in their order, not by weight',
    breaks: ['NEG-05'],
    change: hearing('accept', (accept) => accept.replace(/;q=[\d.]+/g, '')),
  },
  {
    id: 'errors-in-json-only',
    does: 'an error is JSON whatever is accepted',
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
    does: 'an unusable Accept is answered with 406, as HTTP has it',
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
    does: 'an unknown route is found out before the Accept is looked at',
    breaks: ['NEG-08'],
    change: hearing('accept', (accept, { url }) => (/V1\/(customers|integration)/.test(url) ? accept : '*/*')),
  },
  {
    id: 'accept-looked-at-last',
    does: 'a request is carried out before it is seen that its answer cannot be given',
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
