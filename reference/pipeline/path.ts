import { bad } from '../errors.ts'
import { adminStore, type Store, type StoreView } from '../store.ts'

export interface Place {
  store: StoreView
  /** `/V1/customers`, or `/schema`. */
  path: string
  kind: 'rest' | 'async' | 'schema'
}

/** The part of a path that belongs to the API, or undefined when it is another page's. */
export function restPath(path: string): string | undefined {
  const match = /\/rest(?=\/|$)(.*)$/.exec(path)
  return match?.[1]
}

/**
 * Finds the store view and the kind of request of a path behind `/rest`.
 * @throws Refusal 400 for an unknown store code, or for what is neither versioned nor the schema
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
