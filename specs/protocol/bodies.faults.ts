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
    id: 'broken-json-is-empty',
    does: 'a body that cannot be decoded counts as an empty one',
    breaks: ['BODY-01', 'BODY-02', 'BODY-03', 'BODY-09'],
    change: asking((request) => (isBroken(request) ? { body: nothing } : undefined)),
  },
  {
    id: 'lenient-json',
    does: 'a comma too many in JSON does no harm',
    breaks: ['BODY-01'],
    change: asking((request) => ({ body: Buffer.from(request.body.toString('latin1').replace(/,}$/, '}'), 'latin1') })),
  },
  {
    id: 'utf8-repaired',
    does: 'bytes that are no UTF-8 are replaced without a word, as Node does unless told',
    breaks: ['BODY-02'],
    change: asking((request) => ({ body: Buffer.from(text(request)) })),
  },
  {
    id: 'byte-order-mark-skipped',
    does: 'a byte order mark before JSON is skipped',
    breaks: ['BODY-03'],
    change: asking((request) => (text(request).startsWith('\ufeff') ? { body: request.body.subarray(3) } : undefined)),
  },
  {
    id: 'depth-unlimited',
    does: 'JSON may be nested as deep as one likes',
    breaks: ['BODY-03'],
    change: asking((request) => ({
      body: Buffer.from(request.body.toString('latin1').replace(/\[{500,}\]{500,}/, '[]'), 'latin1'),
    })),
  },
  {
    id: 'strict-json-bodies',
    does: 'a body has to be an object or a list, as body-parser has it unless told',
    breaks: ['BODY-04'],
    change: asking((request) => (/^[^{[]/.test(text(request)) && isJson(request) ? { body: broken } : undefined)),
  },
  {
    id: 'empty-body-refused',
    does: 'a POST without a body is refused',
    breaks: ['BODY-05'],
    change: asking((request) =>
      request.method === 'POST' && request.body.length === 0 && /isEmail/.test(request.url)
        ? { body: broken }
        : undefined,
    ),
  },
  {
    id: 'broken-xml-is-empty',
    does: 'XML that cannot be read counts as an empty body',
    breaks: ['BODY-06'],
    change: asking((request) =>
      /xml/.test(headerOf(request, 'content-type')) && !/<\//.test(text(request)) ? { body: nothing } : undefined,
    ),
  },
  {
    id: 'body-parsed-before-all',
    does: 'bodies are decoded before the route is looked for and the token checked, as middleware does',
    breaks: ['BODY-07', 'BODY-08'],
    change: asking((request) =>
      isBroken(request) ? { url: '/rest/default/V1/customers/isEmailAvailable', method: 'POST' } : undefined,
    ),
  },
  {
    id: 'body-of-get-skipped',
    does: 'the body of a GET is not read',
    breaks: ['BODY-09'],
    change: asking(({ method }) => (method === 'GET' ? { body: nothing } : undefined)),
  },
  {
    id: 'body-of-get-refused',
    does: 'a GET with a body is refused',
    breaks: ['BODY-10'],
    change: asking(({ method, body }) => (method === 'GET' && body.length ? { body: broken } : undefined)),
  },
])
