import { bad, Refusal } from '../errors.ts'
import type { Rules } from '../releases.ts'

const supported = ['GET', 'POST', 'PUT', 'DELETE']

/** Refuses an unsupported method; all releases support the same four. */
export function checkVerb(rules: Rules, method: string): void {
  if (supported.includes(method)) return
  if (rules.unsupportedVerbIs405) throw new Refusal(405, `The ${method} HTTP method is not supported.`)
  throw bad('Request method is invalid.')
}
