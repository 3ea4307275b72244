import { answers } from '../../faults/change.ts'
import { asking, headerOf, jsonOf } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import type { HttpRequest } from '../../reference/index.ts'

const isJson = (request: HttpRequest) => headerOf(request, 'content-type').startsWith('application/json')
const isBroken = (request: HttpRequest) => isJson(request) && request.body.length > 0 && jsonOf(request) === undefined
const nothing = Buffer.alloc(0)
const broken = Buffer.from('{')
const text = ({ body }: HttpRequest) => body.toString('utf8')

export const bodyFaults = faults([
  {
    id: 'long-body-refused',
    does: 'a proxy rejects bodies over 8 KB with 413',
    breaks: ['BODY-11', 'ERROR-07'],
    change: answers(
      ({ body }) => body.length > 8192,
      () => ({ status: 413, value: { message: 'Payload Too Large' } }),
    ),
  },
  {
    id: 'long-body-cut-off',
    does: 'bodies are cut off after 8 KB',
    breaks: ['BODY-11'],
    change: asking(({ body }) => (body.length > 8192 ? { body: body.subarray(0, 8192) } : undefined)),
  },
  {
    id: 'broken-json-is-empty',
    does: 'malformed JSON is treated as an empty body',
    breaks: ['BODY-01', 'BODY-02', 'BODY-03', 'BODY-09'],
    change: asking((request) => (isBroken(request) ? { body: nothing } : undefined)),
  },
  {
    id: 'lenient-json',
    does: 'JSON with a trailing comma is accepted',
    breaks: ['BODY-01'],
    change: asking((request) => ({ body: Buffer.from(request.body.toString('latin1').replace(/,}$/, '}'), 'latin1') })),
  },
  {
    id: 'utf8-repaired',
    does: 'invalid UTF-8 in a body is replaced instead of rejected',
    breaks: ['BODY-02'],
    change: asking((request) => ({ body: Buffer.from(text(request)) })),
  },
  {
    id: 'byte-order-mark-skipped',
    does: 'a byte order mark before JSON is accepted',
    breaks: ['BODY-03'],
    change: asking((request) => (text(request).startsWith('\ufeff') ? { body: request.body.subarray(3) } : undefined)),
  },
  {
    id: 'depth-unlimited',
    does: 'JSON of any nesting depth is accepted',
    breaks: ['BODY-03'],
    change: asking((request) => ({
      body: Buffer.from(request.body.toString('latin1').replace(/\[{500,}\]{500,}/, '[]'), 'latin1'),
    })),
  },
  {
    id: 'strict-json-bodies',
    does: 'a JSON body that is not an object or a list is rejected',
    breaks: ['BODY-04', 'BODY-11'],
    change: asking((request) => (/^[^{[]/.test(text(request)) && isJson(request) ? { body: broken } : undefined)),
  },
  {
    id: 'empty-body-refused',
    does: 'a POST with an empty body is rejected',
    breaks: ['BODY-05'],
    change: asking((request) =>
      request.method === 'POST' && request.body.length === 0 && /isEmail/.test(request.url)
        ? { body: broken }
        : undefined,
    ),
  },
  {
    id: 'broken-xml-is-empty',
    does: 'malformed XML is treated as an empty body',
    breaks: ['BODY-06'],
    change: asking((request) =>
      /xml/.test(headerOf(request, 'content-type')) && !/<\//.test(text(request)) ? { body: nothing } : undefined,
    ),
  },
  {
    id: 'body-parsed-before-all',
    does: 'a malformed body is reported before an unknown route or a missing token',
    breaks: ['BODY-07', 'BODY-08'],
    change: asking((request) =>
      isBroken(request) ? { url: '/rest/default/V1/customers/isEmailAvailable', method: 'POST' } : undefined,
    ),
  },
  {
    id: 'body-of-get-skipped',
    does: 'the body of a GET request is ignored',
    breaks: ['BODY-09'],
    change: asking(({ method }) => (method === 'GET' ? { body: nothing } : undefined)),
  },
  {
    id: 'body-of-get-refused',
    does: 'a GET request with a body is rejected',
    breaks: ['BODY-10'],
    change: asking(({ method, body }) => (method === 'GET' && body.length ? { body: broken } : undefined)),
  },
])
