import type { Exchange } from '../../recording/exchange.ts'
import type { Redactor } from '../../recording/redact.ts'
import { get, type Token } from '../client/request.ts'

/** Only reads, and needs the permission that all of a run's administrative access rests on. */
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

/** Whether the error says that a permission is missing. */
export function lacksPermission(answer: Exchange): boolean {
  return answer.status === 401 && answer.at('/parameters/resources').exists
}

/** Describes a clock difference if it matters: the header has whole seconds. */
export function inWords(skew: number | undefined): string {
  if (skew === undefined) return 'how its clock compares with this machine’s is not known'
  if (Math.abs(skew) <= 2) return 'its clock and this machine’s agree'
  return `its clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} this machine’s`
}
