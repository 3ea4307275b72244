import type { Arrival } from '../target/mailbox/mailbox.ts'
import { markOf } from './account.ts'

const mostSubjects = 5
const ask = 'does the shop send what goes to MAGENTO_EMAIL_DOMAIN to this mailbox?'

/**
 * Describes the mails that arrived while an expected one did not: how many, and of what kind. Subjects are shown only
 * for the run's own mails; nothing is shown of other people's.
 */
export function inTheMeantime(arrivals: readonly Arrival[], address: string): string {
  const isTo = ({ to }: Arrival) => to.some((one) => one.toLowerCase() === address.toLowerCase())
  const rest = arrivals.filter((arrival) => !isTo(arrival))
  const own = rest.filter(({ to }) => to.some((one) => markOf(one) !== undefined && markOf(one) === markOf(address)))
  const others = rest.length - own.length
  if (arrivals.length === 0) return `no mail at all has arrived since the run began: ${ask}`
  if (rest.length === 0) return 'no other mail has arrived since the run began'
  if (own.length === 0 && rest.length === arrivals.length)
    return `${others} mail(s) to others have arrived, none to any address of the run: ${ask}`
  if (own.length === 0) return `${others} mail(s) to others have arrived, none to another address of the run`
  const known = `${own.length} mail(s) to other addresses of the run have arrived${subjectsOf(own)}`
  return others ? `${known}, and ${others} mail(s) to others have` : known
}

function subjectsOf(arrivals: readonly Arrival[]): string {
  const counts = new Map<string, number>()
  for (const { subject } of arrivals) counts.set(subject, (counts.get(subject) ?? 0) + 1)
  const named = [...counts].slice(0, mostSubjects).map(([subject, count]) => `${count} × “${subject.slice(0, 80)}”`)
  return ` (${[...named, ...(counts.size > mostSubjects ? ['…'] : [])].join(', ')})`
}
