import { missing } from '../errors.ts'
import type { Rules } from '../releases.ts'
import type { Route } from '../types.ts'
import { decode } from './query.ts'

export interface Match {
  route: Route
  params: Record<string, string>
}

/**
 * Finds the route of a path. A literal path takes precedence; of several with variables, the last by name.
 * @throws Refusal 404 if there is none
 */
export function match(routes: Route[], rules: Rules, method: string, path: string): Match {
  const segments = path.replace(/\/$/, '').split('/')
  const candidates = routes
    .filter((route) => route.method === method && (route.when?.(rules) ?? true))
    .filter((route) => fits(route, segments))
    .sort((left, right) => (left.path < right.path ? -1 : 1))
  const route = candidates.find((candidate) => !candidate.path.includes(':')) ?? candidates.at(-1)
  if (!route) throw missing('Request does not match any route.')
  return { route, params: variables(route, segments) }
}

function fits(route: Route, segments: string[]): boolean {
  const parts = partsOf(route)
  return (
    parts.length === segments.length &&
    parts.every((part, index) => (part.startsWith(':') ? segments[index] !== '' : part === segments[index]))
  )
}

function variables(route: Route, segments: string[]): Record<string, string> {
  return Object.fromEntries(
    partsOf(route).flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), decode(segments[index] ?? '')]] : [],
    ),
  )
}

const parsed = new WeakMap<Route, string[]>()

function partsOf(route: Route): string[] {
  const known = parsed.get(route)
  if (known) return known
  const parts = route.path.split('/')
  parsed.set(route, parts)
  return parts
}
