import { createClient } from '../client/client.ts'
import { advancingClock } from '../clock/advance.ts'
import { linksOf } from '../mailbox/links.ts'
import type { Redactor } from '../recording/redact.ts'
import { identify } from './identify.ts'
import { probe } from './probe.ts'
import type { Target } from './target.ts'

interface EmbeddedOptions {
  readonly release: string | undefined
  readonly store: string
  readonly emailDomain: string
  readonly concurrency: number
  readonly timeout: number
  readonly lockout: boolean
  readonly redactor: Redactor
}

/** Starts the reference on a free port of this machine, with every power: its clock, its outbox, its admin side. */
export async function openEmbedded({ release, redactor, ...options }: EmbeddedOptions): Promise<Target> {
  const { startReference } = await import('../../reference/index.ts')
  const reference = await startReference(release ? { release } : {})
  return targetOf(reference, { ...options, redactor, source: release ? 'stated' : 'embedded' })
}

type Reference = Awaited<ReturnType<typeof import('../../reference/index.ts')['startReference']>>

/** A running reference as a target. */
export async function targetOf(
  reference: Reference,
  options: Omit<EmbeddedOptions, 'release'> & { source: Target['release']['source'] },
): Promise<Target> {
  const { store, redactor, emailDomain, concurrency, timeout, lockout } = options
  const client = createClient({ baseUrl: reference.url, store, headers: {}, concurrency, timeout })
  const { magentoVersion } = await identify(client, reference.url, store, reference.release)
  redactor.learnToken(reference.admin.token)
  return {
    baseUrl: reference.url,
    embedded: true,
    store,
    client,
    redactor,
    emailDomain,
    clock: advancingClock((seconds) => reference.clock.advance(seconds)),
    mailbox: {
      description: 'the embedded reference’s outbox',
      mailsTo: async (address) =>
        reference.outbox.to(address).map((mail) => ({
          to: [mail.to],
          subject: mail.subject,
          receivedAt: new Date(mail.sentAt).toISOString(),
          links: linksOf(mail.html, undefined),
        })),
    },
    adminToken: reference.admin.token,
    lockout,
    magentoVersion,
    release: { name: reference.release, source: options.source },
    probes: await probe(client),
    close: async () => {
      client.close()
      await reference.close()
    },
  }
}
