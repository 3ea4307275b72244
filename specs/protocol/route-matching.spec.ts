import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { noRoute } from '../shared/messages.ts'
import { deletePermission } from './customer-routes.ts'
import { elsewhere, routeMatching } from './route-matching.scenario.ts'

const whyPatch =
  'Clients try PATCH for partial updates. To fall back to PUT they have to know the status, which changed with 2.4.5.'

const { must, should } = requirementsOf(routeMatching)

const router = code('module-webapi/Controller/Rest/Router.php:57', '2.4.7-p6')
const variables = code('module-webapi/Controller/Rest/Router/Route.php:120', '2.4.7-p6')
const verbs405 = has('unknown-method-is-405')

/** True if a web server or a module answered the preflight instead of the API: it allows certain sites, or methods. */
const answersForSites = (answer: Exchange): boolean => {
  const site = answer.header('access-control-allow-origin')
  if (site !== undefined) return !['*', 'null', elsewhere.headers.origin].includes(site)
  return [200, 204].includes(answer.status) && answer.header('access-control-allow-methods') !== undefined
}

must(
  'ROUTE-12',
  'An unknown route is rejected with 404',
  {
    why: 'Clients distinguish a wrong URL from an unknown customer by this message. A web server’s error page cannot be parsed.',
    profile: 'shape',
    source: [router, recorded('protocol/method GET /nope#call')],
  },
  ({ 'unknown route': unknown }) => {
    expect(unknown).toBeRefusedWith(404, { message: noRoute })
  },
)

must(
  'ROUTE-13',
  'A known route with another method is rejected as an unknown route: 404, never 405',
  {
    why: 'A client that expects 405 never gets it, and monitoring that counts 404s counts these too.',
    source: [
      router,
      recorded('protocol/method GET /customers#call'),
      recorded('protocol/method PUT /integration/customer/token#call'),
      recorded('protocol/method POST /customers/me#call'),
    ],
  },
  ({ 'list of customers': list, 'token by PUT': token, 'profile by POST': profile }) => {
    for (const exchange of [list, token, profile]) expect(exchange).toBeRefusedWith(404, { message: noRoute })
  },
)

should(
  'ROUTE-14',
  'A customer’s addresses have no separate route: they are read and written with the profile',
  {
    why: 'Developers look for these routes first. An address book built on a mock that has them works on no shop.',
    source: [router, code('module-customer/etc/webapi.xml', '2.4.7-p6'), verified('urls-and-store-codes')],
    next: 'an extension may have added such a route; Magento has none',
  },
  ({ 'own addresses by GET': read, 'own addresses by POST': write }) => {
    expect(read).toBeRefusedWith(404, { message: noRoute })
    expect(write).toBeRefusedWith(404, { message: noRoute })
  },
)

should(
  'ROUTE-15',
  'With a method it does not support, a route’s name is read as a customer id where one may stand',
  {
    why: 'The response to a wrong method looks like a missing permission to read a customer, and the developer looks in the wrong place.',
    source: [
      variables,
      recorded('protocol/method GET /customers/password#call'),
      recorded('protocol/method PUT /customers/resetPassword#call'),
    ],
  },
  ({ 'password as an id': read, 'resetPassword as an id': write }) => {
    expect(read).toBeUnauthorized('Magento_Customer::customer')
    expect(write).toBeUnauthorized('Magento_Customer::manage')
  },
)

must(
  'ROUTE-16',
  'A guest cannot delete `me`: the route requires an administrator',
  {
    why: 'No app can delete its account this way on any Magento, and a guest must not delete anything.',
    source: [variables, recorded('protocol/method DELETE /customers/me#call'), verified('methods')],
  },
  ({ 'own account by DELETE': deleted }, shop) => {
    expect(deleted).toBeUnauthorized(deletePermission(shop))
  },
)

must(
  'ROUTE-17',
  'Before 2.4.5, a method unknown to the API, such as PATCH, is rejected with 400',
  {
    why: whyPatch,
    in: lacks('unknown-method-is-405'),
    source: [
      code('framework/Webapi/Rest/Request.php:180', '2.4.4-p13'),
      recorded('protocol/method PATCH /customers#call'),
    ],
  },
  ({ PATCH: patch }) => {
    expect(patch).toBeRefusedWith(400, { message: 'Request method is invalid.' })
  },
)

must(
  'ROUTE-18',
  'From 2.4.5, a method unknown to the API, such as PATCH, is rejected with 405',
  {
    why: whyPatch,
    in: verbs405,
    source: [
      code('framework/Webapi/Rest/RequestMethodValidator.php:27', '2.4.7-p6'),
      recorded('protocol/method PATCH /customers#call'),
    ],
  },
  ({ PATCH: patch }) => {
    expect(patch).toBeRefusedWith(405, { message: 'The PATCH HTTP method is not supported.' })
  },
)

should(
  'ROUTE-19',
  'OPTIONS is rejected like any unknown method, without CORS headers',
  {
    why: 'A page on another host cannot call the API from a browser without a proxy. If every site were allowed, any page could act with the customer’s browser.',
    source: [
      recorded('protocol/method OPTIONS /customers#call'),
      verified('methods'),
      thread('graycoreio/magento2-cors#54'),
    ],
    next: 'an extension or a proxy in front of the shop may have sent the response',
  },
  ({ OPTIONS: options }, shop) => {
    if (answersForSites(options)) inapplicable('a module or web server answers preflights for the sites that it names')
    expect(options).toHaveStatus(shop.is(verbs405) ? 405 : 400)
    for (const name of ['allow-origin', 'allow-methods', 'allow-headers', 'allow-credentials'])
      expect(options).toLackHeader(`access-control-${name}`)
  },
)

should(
  'ROUTE-20',
  'HEAD is rejected like any unknown method, with an empty body',
  {
    why: 'Uptime and link checkers send HEAD, and report a healthy shop as down.',
    source: [recorded('protocol/method HEAD /customers/me#call'), verified('methods')],
    next: 'a cache in front of the shop may turn HEAD into GET',
  },
  ({ HEAD: head }, shop) => {
    expect(head).toHaveStatus(shop.is(verbs405) ? 405 : 400)
    const { length } = head.body.bytes
    if (length > 0) throw new Unmet('an empty body', `${length} bytes`, head)
  },
)
