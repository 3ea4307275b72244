import { asking, askingFor } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import type { Answer, Call, Shop } from '../../reference/index.ts'

const isUnknownRoute = ({ status, value }: Answer) =>
  status === 404 && (value as { message?: string })?.message === 'Request does not match any route.'

const isPathOf = (call: Call) => (route: Shop['routes'][number]) => call.path.endsWith(`default${route.path}`)

export const routeMatchingFaults = faults([
  {
    id: 'route-error-of-framework',
    does: 'an unknown route returns the web framework’s own error instead of Magento’s',
    breaks: [
      'TOKEN-30',
      'ROUTE-06',
      'ROUTE-07',
      'ROUTE-09',
      'ROUTE-12',
      'ROUTE-13',
      'ROUTE-14',
      'ROUTE-25',
      'BODY-08',
      'ERROR-01',
    ],
    change: (shop) =>
      shop.onAnswer((_, answer) => (isUnknownRoute(answer) ? { ...answer, value: { error: 'Not Found' } } : undefined)),
  },
  {
    id: 'method-not-allowed',
    does: 'a known route with the wrong method returns 405 instead of 404',
    breaks: ['TOKEN-30', 'ROUTE-13'],
    change: (shop) =>
      shop.onAnswer((call, answer) =>
        isUnknownRoute(answer) && shop.routes.some(isPathOf(call)) ? { ...answer, status: 405 } : undefined,
      ),
  },
  {
    id: 'own-addresses-by-route',
    does: 'a route exists that Magento does not have: `GET customers/me/addresses`',
    breaks: ['ROUTE-14'],
    change: ({ routes }) => {
      const path = '/V1/customers/me/addresses'
      routes.push({ method: 'GET', path, access: 'self', operation: 'customer.me', parameters: [] })
    },
  },
  {
    id: 'ids-are-digits',
    does: 'a customer id that is not a number makes the route unknown',
    breaks: ['ROUTE-15', 'ROUTE-16', 'ROUTE-23'],
    change: asking(({ method, url }) => {
      const word = /^(GET .*customers\/password|PUT .*customers\/resetPassword|DELETE .*customers\/me)$/
      return word.test(`${method} ${url}`) ? { url: '/rest/default/V1/none' } : undefined
    }),
  },
  {
    id: 'delete-me-by-route',
    does: 'a customer can delete the own account with DELETE customers/me',
    breaks: ['ROUTE-16', 'ROUTE-23'],
    change: (shop) => {
      const parameters = [{ name: 'customerId', type: 'int' }]
      const [method, path, operation] = ['DELETE', '/V1/customers/me', 'customer.delete']
      shop.routes.push({ method, path, access: 'self', operation, parameters })
    },
  },
  {
    id: 'delete-with-manage',
    does: 'the permission to manage customers is enough to delete them',
    breaks: ['ACCESS-21', 'ROUTE-16', 'ROUTE-23'],
    origin: '2.3.5-p2',
    change: ({ rules }) => {
      rules.deleteHasOwnResource = false
    },
  },
  {
    id: 'patch-405-too-early',
    does: 'a release before 2.4.5 answers PATCH with 405',
    release: '2.4.4-p13',
    breaks: ['ROUTE-17', 'ROUTE-19', 'ROUTE-20'],
    change: ({ rules }) => {
      rules.unsupportedVerbIs405 = true
    },
  },
  {
    id: 'patch-400-still',
    does: 'a release from 2.4.5 on answers PATCH with 400',
    origin: '2.4.4-p13',
    breaks: ['ROUTE-18', 'ROUTE-19', 'ROUTE-20'],
    change: ({ rules }) => {
      rules.unsupportedVerbIs405 = false
    },
  },
  {
    id: 'patch-as-put',
    does: 'PATCH is treated as PUT',
    breaks: ['ROUTE-18'],
    change: asking(({ method }) => (method === 'PATCH' ? { method: 'PUT' } : undefined)),
  },
  {
    id: 'cors-for-everyone',
    does: 'OPTIONS is answered with CORS headers that allow every site',
    origin: 'graycoreio/magento2-cors#78',
    breaks: ['ROUTE-19'],
    change: (shop) =>
      shop.onAnswer(({ method }, answer) =>
        method === 'OPTIONS'
          ? { ...answer, headers: [...answer.headers, ['Access-Control-Allow-Origin', '*']] }
          : undefined,
      ),
  },
  {
    id: 'head-as-get',
    does: 'HEAD is answered like GET',
    breaks: ['ROUTE-20'],
    change: asking(({ method }) => (method === 'HEAD' ? { method: 'GET' } : undefined)),
  },
])

export const fieldsFilterFaults = faults([
  {
    id: 'fields-not-known',
    does: 'the query parameter `fields` is ignored',
    breaks: ['ROUTE-21', 'ROUTE-22', 'ROUTE-24'],
    change: askingFor(/([?&])fields=[^&]*/, '$1'),
  },
  {
    id: 'fields-of-first-level',
    does: 'the query parameter `fields` does not filter nested fields',
    breaks: ['ROUTE-22'],
    change: askingFor(/(fields=.*)\[city.*\]/, '$1'),
  },
  {
    id: 'nothing-filtered-is-object',
    does: 'a `fields` filter that matches nothing returns an empty object',
    breaks: ['ROUTE-24'],
    change: (shop) =>
      shop.onAnswer(({ query }, answer) =>
        query.fields && Array.isArray(answer.value) && answer.value.length === 0 ? { ...answer, value: {} } : undefined,
      ),
  },
  {
    id: 'empty-filter-filters-all',
    does: 'an empty `fields` filter removes everything',
    breaks: ['ROUTE-25'],
    change: askingFor(/fields=$/, 'fields=none'),
  },
  {
    id: 'errors-filtered',
    does: 'the query parameter `fields` also filters errors',
    breaks: ['ACCESS-14', 'ACCESS-17', 'ACCESS-20', 'ACCESS-33', 'ROUTE-25', 'ERROR-01'],
    change: (shop) =>
      shop.onAnswer(({ query }, answer) =>
        answer.status >= 400 && query.fields ? { ...answer, value: [] } : undefined,
      ),
  },
])
