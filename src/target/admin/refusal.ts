import type { Exchange } from '../../recording/exchange.ts'
import type { Redactor } from '../../recording/redact.ts'
import { get, type Token } from '../client/request.ts'

/** A read-only request that needs the permission required by all administrative requests of a run. */
export const readCustomers = (token: Token) =>
  get('/V1/customers/search?searchCriteria[pageSize]=1&fields=total_count', { token })

/** Returns the status and the message of an answer, without secrets that the shop repeated. */
export function saidBy(answer: Exchange, redactor: Redactor): string {
  const { value } = answer.at('/message')
  const parameters = answer.at('/parameters').value
  const filled = Object.entries(Object(parameters)).reduce(
    (text, [name, part]) => text.replace(Array.isArray(parameters) ? `%${Number(name) + 1}` : `%${name}`, String(part)),
    String(value ?? ''),
  )
  return `${answer.status}${filled ? ` ${JSON.stringify(redactor.apply(filled))}` : ''}`
}

/** True if the error reports a missing permission. */
export function lacksPermission(answer: Exchange): boolean {
  return answer.status === 401 && answer.at('/parameters/resources').exists
}

/** Describes the clock difference. Up to 2 s is not reported, as the `Date` header has whole seconds. */
export function inWords(skew: number | undefined): string {
  if (skew === undefined) return 'how its clock compares with this machine’s is not known'
  if (Math.abs(skew) <= 2) return 'its clock and this machine’s agree'
  return `its clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} this machine’s`
}
