import { Transparent } from '../recording/transparent.ts'
import { memoryBank } from './bank/bank.ts'
import type { Client } from './client/client.ts'
import { openEmbedded } from './embedded.ts'
import { guard } from './guard/guard.ts'
import { type Limits, noLimits } from './guard/limits.ts'
import { luma } from './storefront/selectors.ts'
import type { Target } from './target.ts'

/** The parts of a run's configuration that determine which requests it sends. */
export interface RehearsalOptions {
  readonly release: string | undefined
  readonly emailDomain: string
  readonly admin: boolean
  readonly mailbox: boolean
  readonly lockout: boolean
  readonly storefront: boolean
  /** Maximum seconds that may pass at once. */
  readonly longestWait: number
  /** True if it keeps tokens; true if it may change settings. */
  readonly bank: boolean
  readonly settings: boolean
}

/** The embedded reference in place of the target, so that a dry run sends nothing to the target. */
export interface Rehearsal {
  /** The rehearsed release. */
  readonly release: string
  /** Requests needed for connecting, identifying and probing. */
  readonly opening: number
  /** Returns the target as a run finds it, with counters of requests and mails since then. */
  begin(): { target: Target; mails: () => number; asked: () => number }
  close(): Promise<void>
}

/** Opens the reference with the access that the run would have to its target. */
export async function openRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const { release, emailDomain, lockout } = options
  let inner: Client | undefined
  const guarding = (client: Client, limits: Limits = noLimits) => {
    inner = client
    return guard(client, limits, { longestPause: 0, longestCleanUp: 0 })
  }
  const embedded = await openEmbedded({
    release,
    emailDomain,
    lockout,
    guarding,
    store: 'default',
    concurrency: 4,
    timeout: 30_000,
    redactor: new Transparent(),
    inMemory: true,
  })
  const client = inner as unknown as Client
  return {
    release: embedded.release.name,
    opening: client.asked,
    begin() {
      const fresh = guarding(client)
      const [askedBefore, mailsBefore] = [client.asked, embedded.mailsSent()]
      const target: Target = {
        ...embedded,
        embedded: false,
        client: fresh.client,
        guard: fresh,
        adminToken: options.admin ? embedded.adminToken : undefined,
        mailbox: options.mailbox ? embedded.mailbox : undefined,
        bank: options.bank ? memoryBank() : undefined,
        storefront: options.storefront
          ? { baseUrl: embedded.baseUrl, client: fresh.client, selectors: luma }
          : undefined,
        configure: options.settings ? embedded.configure : undefined,
        clock: { ...embedded.clock, longest: options.longestWait },
      }
      return {
        target,
        mails: () => embedded.mailsSent() - mailsBefore,
        asked: () => client.asked - askedBefore,
      }
    },
    close: () => embedded.close(),
  }
}
