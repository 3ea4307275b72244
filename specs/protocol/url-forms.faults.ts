import { asking, askingFor, headerOf } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'

export const urlFormFaults = faults([
  {
    id: 'store-code-required',
    does: 'a URL without a store code is not understood',
    breaks: ['ROUTE-01'],
    change: askingFor(/^\/rest\/V1\//, '/rest/none/V1/'),
  },
  {
    id: 'all-is-no-store',
    does: 'the store code "all" is unknown',
    breaks: ['CREATE-32', 'TOKEN-16', 'ACCESS-25', 'ACCESS-33', 'RESET-06', 'RESET-57', 'ROUTE-02'],
    change: askingFor(/^\/rest\/all\//, '/rest/none/'),
  },
  {
    id: 'no-index-php',
    does: 'a web server keeps URLs with index.php from the API',
    breaks: ['ROUTE-03', 'ERROR-01', 'ERROR-04'],
    change: askingFor(/^\/index\.php\/rest\//, '/index.php/none/'),
  },
  {
    id: 'any-store-code',
    does: 'an unknown store code means the default store',
    breaks: ['ROUTE-04', 'ROUTE-05'],
    change: askingFor(/^\/rest\/(?!all\/|V\d)\w+\/(?=V1\/)/, '/rest/default/'),
  },
  {
    id: 'store-code-of-administration',
    does: 'the administration’s store code is served',
    breaks: ['ROUTE-04'],
    change: askingFor(/^\/rest\/admin\//, '/rest/all/'),
  },
  {
    id: 'store-code-in-any-case',
    does: 'a store code is looked up in a database that ignores case',
    breaks: ['ROUTE-05'],
    change: askingFor(/^\/rest\/DEFAULT\//, '/rest/default/'),
  },
  {
    id: 'version-not-looked-at',
    does: 'every version is served by the one there is',
    breaks: ['ROUTE-06'],
    change: askingFor(/\/V\d+\//, '/V1/'),
  },
  {
    id: 'routes-in-any-case',
    does: 'routes are compared without case, as Express does unless told',
    breaks: ['ROUTE-07'],
    change: asking(({ url }) => ({ url: url.replace(/\/v1\/customers\//i, '/V1/customers/') })),
  },
  {
    id: 'strict-trailing-slash',
    does: 'a route with a slash behind it is another route',
    breaks: ['ACCESS-33', 'ROUTE-08'],
    change: askingFor(/([^/])\/($|\?)/, '$1/none$2'),
  },
  {
    id: 'slashes-merged',
    does: 'a proxy makes one slash of two',
    breaks: ['ROUTE-09'],
    change: askingFor(/\/{2,}/g, '/'),
  },
  {
    id: 'method-override',
    does: 'X-HTTP-Method-Override decides which method a request has',
    breaks: ['ROUTE-10'],
    change: asking((request) => ({ method: headerOf(request, 'x-http-method-override') || request.method })),
  },
  {
    id: 'variables-stay-escaped',
    does: 'a variable in the path is taken as it stands in the URL',
    breaks: ['ROUTE-11'],
    change: askingFor(/%2B/gi, '%252B'),
  },
])
