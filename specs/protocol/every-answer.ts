import { Undecided } from '../../src/judge/unmet.ts'
import { type Exchange, firstValue } from '../../src/recording/exchange.ts'

/** Applies a check to each. @throws Undecided if there is none, so that the requirement does not pass */
export function each<T>(subjects: readonly T[], what: string, check: (subject: T) => void): void {
  if (subjects.length === 0) throw new Undecided('inapplicable', `the run saw no ${what}`)
  for (const subject of subjects) check(subject)
}

/** Responses of the REST API to requests that accept JSON. */
export function jsonAnswers(exchanges: readonly Exchange[]): Exchange[] {
  return exchanges.filter(({ data }) => {
    const { method, url } = data.request
    return (
      method !== 'HEAD' &&
      /\/rest\/(\w+\/)?V1\//.test(url) &&
      takesJson(firstValue(data.request.headers, 'accept') ?? '')
    )
  })
}

/** True if the API returns JSON for this `Accept`; for a list with XML it returns XML. */
const takesJson = (accept: string) => /^$|\*\/\*|application\/json/.test(accept) && !/xml/.test(accept)

/** Whether an exchange is the whole answer, with status 200, to a request of this method and path. */
export const answersWith =
  (method: string, path: RegExp) =>
  ({ status, data }: Exchange): boolean => {
    const { pathname, searchParams } = new URL(data.request.url)
    const asked = data.request.method === method && path.test(pathname) && !searchParams.has('fields')
    return asked && status === 200
  }

/** The 4xx responses of the API itself. */
export function refusals(exchanges: readonly Exchange[]): Exchange[] {
  return jsonAnswers(exchanges).filter(({ status }) => status >= 400 && status < 500)
}

/** True if every error has a stack trace, as in developer mode; a shop with a leak has it in some. */
export function inDeveloperMode(exchanges: readonly Exchange[]): boolean {
  const all = refusals(exchanges).filter(({ body }) => body.json)
  return all.length > 0 && all.every((refusal) => refusal.at('/trace').exists)
}

/** All values of these keys in the JSON bodies of requests. */
export function sentValues(exchanges: readonly Exchange[], keys: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const exchange of exchanges)
    for (const key of keys) {
      const { value } = exchange.sent(`/${key}`)
      if (typeof value === 'string') found.add(value)
    }
  return found
}

/** All keys of a JSON value, at any depth. */
export function keysOf(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const inner of value) keysOf(inner, found)
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      found.push(key)
      keysOf(inner, found)
    }
  return found
}

/** The codes of custom attributes with a value, at any depth of a JSON value. */
export function attributesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(attributesOf)
  const { attribute_code: code } = value as { attribute_code?: unknown }
  return typeof code === 'string' && 'value' in value ? [code, ...inner] : inner
}
