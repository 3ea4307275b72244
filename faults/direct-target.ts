import { type Change, createShop, type Shop } from '../reference/index.ts'
import type { Patience } from '../src/perform/wait-for-mails.ts'
import { configuredLifetime } from '../src/recording/token/lifetime.ts'
import { Transparent } from '../src/recording/transparent.ts'
import { memoryBank } from '../src/target/bank/bank.ts'
import type { Client } from '../src/target/client/client.ts'
import { inMemoryClient } from '../src/target/client/in-memory.ts'
import { advancingClock } from '../src/target/clock/advance.ts'
import { waitingClock } from '../src/target/clock/wait.ts'
import { noFields } from '../src/target/customer-fields.ts'
import { Budget } from '../src/target/guard/budget.ts'
import type { Guard } from '../src/target/guard/guard.ts'
import { defaultLimits } from '../src/target/guard/limits.ts'
import { Pauses } from '../src/target/guard/pauses.ts'
import { outboxMailbox } from '../src/target/mailbox/outbox.ts'
import { probe } from '../src/target/probe.ts'
import { luma } from '../src/target/storefront/selectors.ts'
import type { Target } from '../src/target/target.ts'

export interface DirectOptions {
  readonly release?: string | undefined
  readonly settings?: Readonly<Record<string, string>> | undefined
  readonly changes?: readonly Change[]
  readonly without?: readonly ('admin' | 'mailbox' | 'clock' | 'lockout' | 'bank' | 'settings' | 'storefront')[]
  readonly store?: string
}

/** A target with the clock that delays its mails. */
export type DirectTarget = Target & { readonly patience: Patience }

/**
 * The reference as a target without a socket: same shop, same requests, in a fifth of the time. For the hundreds of
 * runs of the fault tests; other tests use a real client and server.
 */
export async function directTarget(options: DirectOptions = {}): Promise<DirectTarget> {
  const { release, settings, changes = [], without = [], store = 'default' } = options
  const shop = createShop({ ...(release ? { release } : {}), ...(settings ? { settings: { ...settings } } : {}) })
  shop.baseUrl = 'http://shop.test'
  for (const change of changes) change(shop)
  const admin = shop.store.admins[0]
  const client = inMemoryClient(shop, store, 'shop.test')
  const redactor = new Transparent()
  return {
    baseUrl: shop.baseUrl,
    embedded: true,
    store,
    client,
    guard: unguarded(client),
    redactor,
    emailDomain: 'example.com',
    customerFields: noFields,
    clock: without.includes('clock') ? waitingClock(0) : advancingClock(shop.clock),
    bank: without.includes('bank') ? undefined : memoryBank(),
    storefront: without.includes('storefront') ? undefined : { baseUrl: shop.baseUrl, client, selectors: luma },
    configure: without.includes('settings') ? undefined : async (path, value) => shop.settings.set(path, value),
    mailbox: without.includes('mailbox') ? undefined : outboxMailbox(shop.outbox),
    adminToken: without.includes('admin') || !admin ? undefined : shop.services.issuePermanentToken(admin.id),
    lockout: !without.includes('lockout'),
    magentoVersion: undefined,
    release: { name: shop.release, source: 'stated' },
    probes: { ...(await probe(client)), [configuredLifetime]: { value: lifetimeOf(shop), from: 'the settings' } },
    close: async () => {},
    patience: postalPatience(shop),
  }
}

/** Returns the configured token lifetime in seconds, whatever a fault makes of it. */
function lifetimeOf({ rules, settings }: Shop): number {
  if (rules.jsonWebTokens) return settings.integer('webapi/jwtauth/customer_expiration') * 60
  return Number.parseFloat(settings.get('oauth/access_token_lifetime/customer')) * 3600
}

/** Waiting for mails advances only the clock of the mail delivery. */
function postalPatience({ outbox: { clock } }: Shop): Patience {
  return { now: () => clock.now(), pause: async (milliseconds) => clock.advance(milliseconds / 1000) }
}

/** No guard is needed in memory. */
function unguarded(client: Client): Guard {
  return {
    client,
    also: (other) => other,
    cleaner: client,
    budget: new Budget(defaultLimits),
    pauses: new Pauses(0),
    slowDown: () => {},
    stop: () => {},
    settled: async () => {},
  }
}
