import { bad } from '../errors.ts'
import { adminStore, type Store, type StoreView } from '../store.ts'

export interface Place {
  store: StoreView
  /** `/V1/customers`, or `/schema`. */
  path: string
  kind: 'rest' | 'async' | 'schema'
}

/** Returns the part of a path after `/rest`; undefined for other paths. */
export function restPath(path: string): string | undefined {
  const match = /\/rest(?=\/|$)(.*)$/.exec(path)
  return match?.[1]
}

/**
 * Returns the store view and the kind of request of a path after `/rest`.
 * @throws Refusal 400 for an unknown store code, or a path that is neither versioned nor the schema
 */
export function locate(store: Store, path: string): Place {
  const [first = '', ...rest] = path.replace(/^\//, '').split('/')
  const view = first === 'all' ? adminStore : store.stores.find(({ code }) => code === first)
  const remainder = view ? `/${rest.join('/')}` : path
  const current = view ?? store.stores[0] ?? adminStore
  const asynchronous = /^\/async(?:\/bulk)?(\/V\d+(?:\/.*)?)$/.exec(remainder)
  if (asynchronous?.[1]) return { store: current, path: asynchronous[1], kind: 'async' }
  if (/^\/V\d+(\/|$)/.test(remainder)) return { store: current, path: remainder, kind: 'rest' }
  if (/^\/schema\/?$/.test(remainder)) return { store: current, path: remainder, kind: 'schema' }
  throw bad('Specified request cannot be processed.')
}
