import type { Exchange } from '../recording/exchange.ts'
import type { Recording } from '../recording/recording.ts'
import type { Profile } from '../shared/profile.ts'

/** How a mock without state answered the registrations. */
export interface Stateless {
  readonly registrations: number
  readonly id: unknown
}

/**
 * Detects a mock without state: it returns the same id for several e-mail addresses.
 * @returns undefined if it has state
 */
export function stateless(recording: Recording | undefined): Stateless | undefined {
  const registered = new Map<unknown, unknown>()
  for (const exchange of recording?.exchanges ?? [])
    if (isRegistration(exchange)) registered.set(exchange.sent('/customer/email').value, exchange.at('/id').value)
  const [id, ...others] = new Set(registered.values())
  if (registered.size < 2 || id === undefined || others.length > 0) return undefined
  return { registrations: registered.size, id }
}

function isRegistration({ status, data: { request } }: Exchange): boolean {
  return status === 200 && request.method === 'POST' && /\/V1\/customers$/.test(request.url)
}

/** Returns a note for a mock without state, whose many failures have this single cause. */
export function aboutState(recording: Recording, profile: Profile): string[] {
  const found = stateless(recording)
  if (!found) return []
  const { registrations, id } = found
  const more = profile === 'shape' ? '' : ' `--profile shape` asks for what such a mock can give.'
  return [
    `The target has no state: ${registrations} different e-mails were registered as one customer (id ${id}), so no account is left there.${more}`,
  ]
}
