import type { OpenAPIV2 } from 'openapi-types'
import { parseRelease } from '../../release/index.ts'
import { otherRefusals, results, searchParameters, serviceMethods } from '../data/schemaNames.ts'
import { Breakdown } from '../errors.ts'
import { accessOf } from '../pipeline/access.ts'
import type { Call, Operation, Route, Shop } from '../types.ts'
import { definitions, reachable, schemaType } from './definitions.ts'

const formats = ['application/json', 'application/xml']
const error = (description: string) => ({ description, schema: { $ref: '#/definitions/error-response' } })

/** Returns an OpenAPI 2.0 document of the routes that the caller may use, without Magento's descriptions. */
export function schemaOperation(shop: Shop): Record<string, Operation> {
  return {
    schema: (call) => {
      const known = shop.routes.filter((route) => route.service && (route.when?.(shop.rules) ?? true))
      const asked = String(call.query.services || 'all')
      const services = asked === 'all' ? [...new Set(known.map(({ service }) => service ?? ''))] : asked.split(',')
      const unknown = services.some((name) => !known.some(({ service }) => service === name))
      if (unknown) throw new Breakdown('an unknown service', shop.rules.unknownSchemaServiceIsText ? 'text' : 'report')
      const visible = known.filter((route) => services.includes(route.service ?? '') && isVisible(shop, call, route))
      return document(shop, call, services, visible)
    },
  }
}

/**
 * A service method is listed if the caller may use all routes to it: `GET me` has the same method as an administrator's
 * route.
 */
function isVisible(shop: Shop, call: Call, route: Route): boolean {
  const method = serviceMethods[route.operation]
  const sharing = shop.routes.filter(
    ({ service, operation }) => service === route.service && serviceMethods[operation] === method,
  )
  return sharing.every((other) => shop.services.authorize(call, accessOf(shop, other)))
}

function document(
  shop: Shop,
  call: Call,
  services: string[],
  routes: Route[],
): Omit<OpenAPIV2.Document, 'paths' | 'definitions'> & { paths: object; definitions: object } {
  const { major, minor } = parseRelease(shop.release)
  const tags = services.filter((name) => routes.some(({ service }) => service === name))
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(shop, route) }
  }
  return {
    ...(shop.rules.schemaNamesSecurity
      ? { securityDefinitions: { api_key: { type: 'apiKey', name: 'api_key', in: 'header' } } }
      : {}),
    swagger: '2.0',
    info: { version: `${major}.${minor}`, title: 'Magento Community' },
    host: call.headers.host ?? '127.0.0.1',
    basePath: call.path.replace(/^.*?(\/rest.*)\/schema\/?$/, '$1'),
    schemes: ['http'],
    tags: tags.map((name) => ({ name })),
    paths,
    definitions: reachable(definitions(shop), paths),
  }
}

function operation(shop: Shop, route: Route) {
  const id = operationId(shop, route)
  const method = serviceMethods[route.operation] ?? ''
  const refusals = otherRefusals[method] ?? ['500']
  const isOpen = accessOf(shop, route) === 'anonymous'
  const names401 = !isOpen || (method === 'CreateCustomerAccessToken' && shop.rules.schemaNamesRefusedLogin)
  return {
    tags: [route.service],
    operationId: id,
    consumes: formats,
    produces: formats,
    ...withParameters(parametersOf(route, `${id}Body`)),
    responses: {
      200: { description: '200 Success.', schema: schemaType(results[method] ?? 'bool') },
      ...(refusals.includes('400') ? { 400: error('400 Bad Request') } : {}),
      ...(names401 ? { 401: error('401 Unauthorized') } : {}),
      ...(refusals.includes('500') ? { 500: error('Internal Server error') } : {}),
      default: error('Unexpected error'),
    },
  }
}

function operationId(shop: Shop, route: Route): string {
  const verb = route.method.charAt(0) + route.method.slice(1).toLowerCase()
  if (!shop.rules.schemaNamesSecurity) return `${route.service}${serviceMethods[route.operation]}${verb}`
  const parts = route.path.split('/').map((part) => part.replace(/[:-]/g, ''))
  return verb + parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
}

const withParameters = (parameters: unknown[]) => (parameters.length ? { parameters } : {})

function parametersOf(route: Route, bodyName: string): unknown[] {
  const namesInPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const inPath = namesInPath.map((name) => ({
    name,
    in: 'path',
    ...schemaType(route.parameters.find((parameter) => parameter.name === name)?.type ?? 'string'),
    required: true,
  }))
  if (route.operation === 'customer.search')
    return Object.entries(searchParameters).map(([name, type]) => ({ name, in: 'query', type }))
  const isSelf = route.access === 'self'
  const inBody = route.parameters.filter(
    ({ name }) => !namesInPath.includes(name) && !(isSelf && name === 'customerId'),
  )
  if (!['POST', 'PUT'].includes(route.method) || inBody.length === 0) return inPath
  const schema = {
    required: inBody.filter(({ optional }) => !optional).map(({ name }) => name),
    properties: Object.fromEntries(inBody.map(({ name, type }) => [name, schemaType(type)])),
    type: 'object',
    xml: { name: 'request' },
  }
  return [...inPath, { name: bodyName, in: 'body', schema }]
}
