import { get, post } from '../target/client/request.ts'
import { askIfAnswered } from '../target/client/unrecorded.ts'
import type { Target } from '../target/target.ts'
import type { Fitting } from './fitting.ts'

/** Store codes of the default website, or of none. */
const everybodys = ['default', 'all']

interface StoreView {
  readonly store_id: number
  readonly website_id: number
}

/**
 * Returns the website and store view that registrations must name. Without them, a customer is created on the default
 * website, whatever store view is in the path, and could not log in on another.
 * @returns undefined for a store view of the default website, or if the shop does not list its store views
 */
export async function placeOf(target: Pick<Target, 'client' | 'store' | 'adminToken'>): Promise<Fitting['place']> {
  if (everybodys.includes(target.store)) return undefined
  const [own, usual] = [await storeView(target, target.store), await storeView(target, undefined)]
  if (own === undefined) return ofAdministrator(target)
  return own.website_id !== usual?.website_id ? own : undefined
}

/** Reads it as administrator, if GraphQL is disabled. */
async function ofAdministrator({ client, store, adminToken: token }: Parameters<typeof placeOf>[0]) {
  if (token === undefined) return undefined
  const answer = await askIfAnswered(client, get('/V1/store/storeViews', { token }))
  const all = answer?.status === 200 && Array.isArray(answer.json) ? answer.json.map((one) => Object(one)) : []
  const own = all.find(({ code }) => code === store)
  const usual = all.find(({ code }) => code === 'default')
  if (!isId(own?.id) || !isId(own?.website_id) || own?.website_id === usual?.website_id) return undefined
  return { store_id: Number(own.id), website_id: Number(own.website_id) }
}

async function storeView({ client }: Pick<Target, 'client'>, code: string | undefined): Promise<StoreView | undefined> {
  const headers: Record<string, string> = code === undefined ? {} : { store: code }
  const query = post('/graphql', { query: '{ storeConfig { id website_id } }' }, { from: 'base', headers })
  const found = (await askIfAnswered(client, query))?.at('/data/storeConfig')
  const { id, website_id } = Object(found?.value) as Record<string, unknown>
  return isId(id) && isId(website_id) ? { store_id: Number(id), website_id: Number(website_id) } : undefined
}

const isId = (value: unknown) => Number.isInteger(Number(value)) && Number(value) > 0
