import { asking, askingFor, headerOf } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'

export const urlFormFaults = faults([
  {
    id: 'store-code-required',
    does: 'a URL without a store code is an unknown route',
    breaks: ['ROUTE-01'],
    change: askingFor(/^\/rest\/V1\//, '/rest/none/V1/'),
  },
  {
    id: 'all-is-no-store',
    does: 'the store code "all" is rejected as unknown',
    breaks: ['CREATE-32', 'TOKEN-16', 'ACCESS-25', 'ACCESS-33', 'RESET-06', 'RESET-57', 'ROUTE-02'],
    change: askingFor(/^\/rest\/all\//, '/rest/none/'),
  },
  {
    id: 'no-index-php',
    does: 'URLs with index.php do not reach the API',
    breaks: ['ROUTE-03', 'ERROR-01', 'ERROR-04'],
    change: askingFor(/^\/index\.php\/rest\//, '/index.php/none/'),
  },
  {
    id: 'any-store-code',
    does: 'an unknown store code is treated as the default store',
    breaks: ['ROUTE-04', 'ROUTE-05'],
    change: askingFor(/^\/rest\/(?!all\/|V\d)\w+\/(?=V1\/)/, '/rest/default/'),
  },
  {
    id: 'store-code-of-administration',
    does: 'the store code "admin" is accepted',
    breaks: ['ROUTE-04'],
    change: askingFor(/^\/rest\/admin\//, '/rest/all/'),
  },
  {
    id: 'store-code-in-any-case',
    does: 'the letter case of a store code is ignored',
    breaks: ['ROUTE-05'],
    change: askingFor(/^\/rest\/DEFAULT\//, '/rest/default/'),
  },
  {
    id: 'version-not-looked-at',
    does: 'any API version in the URL is served, such as V9',
    breaks: ['ROUTE-06'],
    change: askingFor(/\/V\d+\//, '/V1/'),
  },
  {
    id: 'routes-in-any-case',
    does: 'the letter case of a route is ignored',
    breaks: ['ROUTE-07'],
    change: asking(({ url }) => ({ url: url.replace(/\/v1\/customers\//i, '/V1/customers/') })),
  },
  {
    id: 'strict-trailing-slash',
    does: 'a route with a trailing slash is unknown',
    breaks: ['ACCESS-33', 'ROUTE-08'],
    change: askingFor(/([^/])\/($|\?)/, '$1/none$2'),
  },
  {
    id: 'slashes-merged',
    does: 'a double slash in the URL is treated as one',
    breaks: ['ROUTE-09'],
    change: askingFor(/\/{2,}/g, '/'),
  },
  {
    id: 'method-override',
    does: 'the header X-HTTP-Method-Override changes the method of a request',
    breaks: ['ROUTE-10'],
    change: asking((request) => ({ method: headerOf(request, 'x-http-method-override') || request.method })),
  },
  {
    id: 'variables-stay-escaped',
    does: 'a variable in the path is not URL-decoded',
    breaks: ['ROUTE-11'],
    change: askingFor(/%2B/gi, '%252B'),
  },
])
