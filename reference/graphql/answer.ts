import { pageHeaders } from '../pipeline/headers.ts'
import { toJson } from '../pipeline/render.ts'
import { adminStore } from '../store.ts'
import type { Answer, Call, Shop } from '../types.ts'
import { parseGraphql } from './parse.ts'
import { GraphqlError, resolvers } from './resolvers.ts'

/** Answers the GraphQL queries and mutations about customer accounts. */
export async function answerGraphql(shop: Shop, call: Call): Promise<Answer> {
  call.store = shop.store.stores.find(({ code }) => code === call.headers.store) ?? shop.store.stores[0] ?? adminStore
  call.user = shop.services.currentUser(call)
  try {
    refuseBadToken(shop, call)
    return respond(shop, call, 200, { data: await execute(shop, call) })
  } catch (error) {
    const known = error instanceof GraphqlError || error instanceof SyntaxError
    if (!known) console.error(error)
    const messages =
      error instanceof GraphqlError ? error.messages : [known ? (error as Error).message : 'Internal server error']
    const status = error instanceof GraphqlError && shop.rules.graphqlRefusesBadTokens ? error.status : 200
    const errors = messages.map((message) => ({ message, locations: [{ line: 1, column: 1 }] }))
    return respond(shop, call, status, { errors })
  }
}

/** From 2.4.8 an invalid token makes each query fail; before, it is ignored. */
function refuseBadToken(shop: Shop, call: Call): void {
  const given = /^bearer \S+$/i.test(call.headers.authorization ?? '')
  if (given && !call.user && shop.rules.graphqlRefusesBadTokens) {
    throw new GraphqlError('Composite reader could not read a token', 401)
  }
}

async function execute(shop: Shop, call: Call): Promise<Record<string, unknown>> {
  const { query, variables } = asked(call)
  const document = parseGraphql(query, variables)
  const known = resolvers(shop)[document.kind]
  const type = document.kind === 'query' ? 'Query' : 'Mutation'
  const data: Record<string, unknown> = {}
  for (const field of document.fields) {
    const resolve = known[field.name]
    if (!resolve) throw new GraphqlError(`Cannot query field "${field.name}" on type "${type}".`)
    data[field.alias] = await resolve(call, field)
  }
  return data
}

function asked(call: Call): { query: string; variables: Record<string, unknown> } {
  try {
    const body = call.method === 'POST' ? JSON.parse(call.body.toString()) : call.query
    const variables = typeof body.variables === 'string' ? JSON.parse(body.variables) : (body.variables ?? {})
    return { query: String(body.query ?? ''), variables }
  } catch {
    throw new GraphqlError('Unable to parse the request.', 400)
  }
}

function respond(shop: Shop, call: Call, status: number, value: unknown): Answer {
  return { status, headers: pageHeaders(shop, call, 'application/json'), value, body: toJson(value) }
}
