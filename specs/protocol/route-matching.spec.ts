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
  'PATCH is what clients try for partial updates. They have to know the status, and that it changed with 2.4.5, to fall back to PUT.'

const { must, should } = requirementsOf(routeMatching)

const router = code('module-webapi/Controller/Rest/Router.php:57', '2.4.7-p6')
const variables = code('module-webapi/Controller/Rest/Router/Route.php:120', '2.4.7-p6')
const verbs405 = has('unknown-method-is-405')

/** A preflight that names the sites it allows, and neither all nor the one that asks, is not answered by the API. */
const answersForSites = (answer: Exchange): boolean => {
  const { status } = answer
  const site = answer.header('access-control-allow-origin')
  if (![200, 204].includes(status) || answer.header('access-control-allow-methods') === undefined) return false
  return site === undefined || !['*', 'null', elsewhere.headers.origin].includes(site)
}

must(
  'ROUTE-12',
  'An unknown route is rejected with 404',
  {
    why: 'Clients tell "wrong URL" from "no such customer" by this message; a page of the web server’s own cannot be parsed.',
    profile: 'shape',
    source: [router, recorded('protocol/method GET /nope#call')],
  },
  ({ 'unknown route': unknown }) => {
    expect(unknown).toBeRefusedWith(404, { message: noRoute })
  },
)

must(
  'ROUTE-13',
  'A route asked with another method than its own is an unknown route: 404, never 405',
  {
    why: 'A client that waits for 405 to learn what is allowed waits in vain; monitoring that counts 404s has to know.',
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
  'A customer’s addresses have no route of their own: they are read and written with the profile',
  {
    why: 'Developers look for these routes first. Built on a mock that has them, the address book works nowhere else.',
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
  'The name of a route, asked with a method it lacks, is taken for a customer’s id where an id may stand',
  {
    why: 'A wrong method is answered as a refusal to read a customer: a developer looks for a permission and has a typo.',
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
  'A guest cannot delete "me": the route belongs to administrators',
  {
    why: 'The delete button of an app cannot work this way on any Magento; and a guest must not delete by a word what takes an id.',
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
    why: 'A page on another host cannot call the API from a browser without a proxy. And a shop that lets every site in lets any page act with what a customer’s browser holds.',
    source: [
      recorded('protocol/method OPTIONS /customers#call'),
      verified('methods'),
      thread('graycoreio/magento2-cors#54'),
    ],
    next: 'an extension or a proxy in front of the shop may answer for it',
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
    why: 'Uptime checks and link checkers ask with HEAD, and report a healthy shop as down.',
    source: [recorded('protocol/method HEAD /customers/me#call'), verified('methods')],
    next: 'a cache in front of the shop may turn HEAD into GET',
  },
  ({ HEAD: head }, shop) => {
    expect(head).toHaveStatus(shop.is(verbs405) ? 405 : 400)
    const { length } = head.body.bytes
    if (length > 0) throw new Unmet('an empty body', `${length} bytes`, head)
  },
)
