import type { Redactor } from '../recording/redact.ts'
import { configuredLifetime, stockLifetime } from '../recording/token/lifetime.ts'
import { memoryBank } from './bank/bank.ts'
import { type Client, createClient } from './client/client.ts'
import { inMemoryClient } from './client/in-memory.ts'
import { advancingClock } from './clock/advance.ts'
import { noFields } from './customer-fields.ts'
import type { Guard } from './guard/guard.ts'
import { identify } from './identify.ts'
import { outboxMailbox } from './mailbox/outbox.ts'
import { probe } from './probe.ts'
import type { Storefront, Target } from './target.ts'

interface EmbeddedOptions {
  readonly release: string | undefined
  readonly store: string
  readonly emailDomain: string
  readonly concurrency: number
  readonly timeout: number
  readonly lockout: boolean
  readonly guarding: (client: Client) => Guard
  readonly redactor: Redactor
  /** True to call it without a socket. */
  readonly inMemory?: true
  readonly storefront?: Pick<Storefront, 'selectors'> | undefined
}

export interface Embedded extends Target {
  /** Number of mails that the reference has sent. */
  mailsSent(): number
}

/** Starts the reference on a free local port, with all access: clock, outbox, administrator. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { release, store, redactor, emailDomain, concurrency, timeout, lockout, guarding, storefront, inMemory } =
    options
  const { startReference } = await import('../../reference/index.ts')
  const reference = await startReference(release ? { release } : {})
  const guard = guarding(
    inMemory
      ? inMemoryClient(reference.shop, store, new URL(reference.url).host)
      : createClient({ baseUrl: reference.url, store, headers: {}, concurrency, timeout }),
  )
  const { client } = guard
  const { magentoVersion } = await identify(client, reference.url, store, reference.release, 'the reference')
  redactor.learnToken(reference.admin.token)
  return {
    baseUrl: reference.url,
    embedded: true,
    store,
    client,
    guard,
    redactor,
    emailDomain,
    customerFields: noFields,
    clock: advancingClock(reference.clock),
    bank: memoryBank(),
    storefront: storefront && { baseUrl: reference.url, client, selectors: storefront.selectors },
    configure: async (path, value) => reference.shop.settings.set(path, value),
    mailbox: outboxMailbox(reference.outbox),
    adminToken: reference.admin.token,
    lockout,
    magentoVersion,
    release: { name: reference.release, source: release ? 'stated' : 'embedded' },
    probes: {
      ...(await probe(client)),
      [configuredLifetime]: { value: stockLifetime, from: 'the reference’s settings' },
    },
    mailsSent: () => reference.outbox.mails.length,
    close: async () => {
      client.close()
      await reference.close()
    },
  }
}
