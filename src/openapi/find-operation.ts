import type { Document, Operation } from './document.ts'

export interface Found {
  /** As the document writes it: `/V1/customers/{customerId}`. */
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

/**
 * Which operation of a document a request asks, as Magento matches it: a path without variables first.
 * @param url the whole of it; `/rest/` may be followed by the code of any store view
 * @returns undefined when it asks none
 */
export function findOperation({ paths = {} }: Document, method: string, url: string): Found | undefined {
  const asked = pathOf(url)
  if (asked === undefined) return undefined
  const verb = method.toLowerCase()
  const found = Object.keys(paths)
    .filter((path) => Object.hasOwn(paths[path] ?? {}, verb) && matches(path, asked))
    .sort((a, b) => variablesIn(a) - variablesIn(b))[0]
  const operation = found && (paths[found] as Record<string, Operation>)[verb]
  return operation ? { path: found, method: verb, operation } : undefined
}

/** What comes after the server's part: `/V1/customers/me`. */
function pathOf(url: string): string | undefined {
  const { pathname } = new URL(url, 'http://shop.invalid')
  if (pathname === '/magento_version') return pathname
  return /\/rest(?:\/\w+)?(\/V1\/.+?|\/schema)\/?$/.exec(pathname)?.[1]
}

function matches(template: string, path: string): boolean {
  const expected = template.split('/')
  const given = path.split('/')
  return (
    expected.length === given.length &&
    expected.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]))
  )
}

const variablesIn = (path: string) => path.split('{').length
