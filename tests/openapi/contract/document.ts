import type { OpenAPIV3_1 } from 'openapi-types'
import { has } from '../../../release/index.ts'
import { aboutTheApi } from './about.ts'
import { headers, securitySchemes } from './components.ts'
import { type DocumentLine, notesFor } from './lines.ts'
import type { Access, Note, OperationData, Refusal, Schema } from './operation.ts'
import { operationGroups } from './operations/index.ts'
import { schemasUsedBy } from './schemas.ts'

export type Document = OpenAPIV3_1.Document
export type Operation = OpenAPIV3_1.OperationObject

const server = '{shop}/rest/{store}'
const variables = {
  shop: { default: 'http://127.0.0.1:8080', description: 'Where the shop is.' },
  store: { default: 'default', description: 'The code of a store view; `all` is the administrators’.' },
}

/** Returns the contract of some releases as an OpenAPI 3.1 document, without examples. */
export function documentOf(line: DocumentLine): Document {
  const operations = operationsIn(line)
  const paths: OpenAPIV3_1.PathsObject = {}
  for (const { data, tag } of operations)
    paths[data.path] = { ...paths[data.path], [data.method]: operationOf(line, data, tag) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Magento customer accounts',
      summary: 'What a stock Magento Open Source answers, not what its own description promises.',
      description: aboutTheApi(line),
      version: line.newest,
      license: { name: 'MIT', identifier: 'MIT' },
      'x-releases': line.releases,
    } as OpenAPIV3_1.InfoObject,
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: server, variables }],
    security: [],
    tags: operationGroups.map(({ tag, describes }) => ({ name: tag, description: describes })),
    paths,
    components: {
      schemas: schemasUsedBy(paths) as Record<string, OpenAPIV3_1.SchemaObject>,
      headers: headers(line),
      securitySchemes,
    },
  }
}

/** Returns the operations of all releases of a document. */
function operationsIn({ some }: DocumentLine): { data: OperationData; tag: string }[] {
  return operationGroups.flatMap(({ tag, operations }) =>
    operations.filter((data) => data.in === undefined || some(data.in)).map((data) => ({ data, tag })),
  )
}

function operationOf(line: DocumentLine, data: OperationData, tag: string): Operation {
  const { id, summary, access, body, answer, query = [] } = data
  const notes = [...permissionNote(access), ...notesFor(line, data.notes)]
  const asJson = answer.type === undefined
  const schema = typeof answer.schema === 'function' ? answer.schema(line) : answer.schema
  const refusals = statusesOf(data).flatMap((status) => {
    const described = descriptionOf(line, data, status)
    return described === undefined ? [] : [[status, data.server ? page(described) : refusal(described)]]
  })
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(notes.length ? { description: notes.join('\n\n') } : {}),
    ...(data.server ? { servers: [{ url: data.server, variables: { shop: variables.shop } }] } : {}),
    security: securityOf(data),
    ...parametersOf(data, query),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      200: {
        description: answer.description,
        ...(asJson ? { headers: { ...cacheControl, ...(tag === 'Directory' ? {} : session) } } : {}),
        content: { [answer.type ?? 'application/json']: { schema } },
      },
      ...Object.fromEntries(refusals),
    },
  } as Operation
}

const cacheControl = { 'Cache-Control': { $ref: '#/components/headers/CacheControl' } }
const session = { 'Set-Cookie': { $ref: '#/components/headers/Session' } }

/** The errors that every operation may return. */
const anywhere: Partial<Record<Refusal, readonly Note[]>> = {
  400: ['The body cannot be read, a value has another type, or the store is unknown.'],
  500: [
    'Magento broke down. It says only under which name that stands in its log.',
    { in: has('php-failure-is-text'), text: 'Where PHP itself failed it is a plain text.' },
  ],
}

function statusesOf({ server: own, access, refusals = {} }: OperationData): Refusal[] {
  const named = Object.keys(refusals).map(Number) as Refusal[]
  if (own) return named
  return [...new Set<Refusal>([400, ...(access === 'anyone' ? [] : [401 as const]), ...named, 500])].sort()
}

/** Returns undefined if no release of the document returns this error. */
function descriptionOf(line: DocumentLine, { access, refusals = {} }: OperationData, status: Refusal) {
  const general = status === 401 && access !== 'anyone' ? [unauthorized(access)] : (anywhere[status] ?? [])
  const described = notesFor(line, [...general, ...(refusals[status] ?? [])])
  return described.length ? described.join(' ') : undefined
}

function unauthorized(access: Access): string {
  const resources = access === 'customer' ? 'self' : access
  return `No token was sent, or it is expired, revoked, nonsense or somebody else’s: \`resources\` is \`${resources}\`. No answer tells which.`
}

const refusal = (description: string) => ({
  description,
  headers: cacheControl,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
})

const page = (description: string) => ({ description, content: { 'text/html': { schema: { type: 'string' } } } })

function permissionNote(access: Access): string[] {
  return access.startsWith('Magento_') ? [`Needs the permission \`${access}\`.`] : []
}

function securityOf({ access, more = [] }: OperationData): OpenAPIV3_1.SecurityRequirementObject[] {
  if (access === 'customer') return [{ customer: [] }]
  if (access !== 'anyone') return [{ administrator: [access] }]
  const optional = more.map(({ bearer, permission }) => ({ [bearer]: permission ? [permission] : [] }))
  return optional.length ? [{}, ...optional] : []
}

const ids: Record<string, string> = { customerId: 'The customer’s id.', addressId: 'The address’s id.' }

function parametersOf({ path, params = {} }: OperationData, query: readonly OpenAPIV3_1.ParameterObject[]) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const known = params[name] ?? { schema: { type: 'integer' } as Schema, description: ids[name] ?? '' }
    return { name, in: 'path', required: true, ...known }
  })
  const parameters = [...inPath, ...query]
  return parameters.length ? { parameters } : {}
}

/** Every operation of a document. */
export function operationsOf({ paths = {} }: Document): Operation[] {
  return Object.values(paths).flatMap((methods) => Object.values(methods ?? {}) as Operation[])
}
