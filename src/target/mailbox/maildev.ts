import type { Catcher } from './catcher.ts'
import type { CatcherApi } from './http.ts'
import type { Stored } from './message-store.ts'

interface MaildevMail {
  readonly id: string
  readonly subject?: string
  /** Time of arrival, by MailDev's clock. */
  readonly time?: string
  readonly to?: readonly MaildevAddress[]
  readonly cc?: readonly MaildevAddress[]
  readonly envelope?: { readonly to?: readonly MaildevAddress[] }
}

interface MaildevAddress {
  readonly address: string
}

/**
 * MailDev's HTTP API (`GET /email` and below). Its filter is case-sensitive, and a shop may change the case of an
 * address. So each search fetches the mails that are new since the last one, and compares here.
 */
export const maildev: Catcher = {
  name: 'MailDev',
  sign: { path: '/config', isIt: (json) => 'smtpPort' in (json as object) },
  async open(api) {
    const mails = await growingList(api)
    const before = new Set((await mails()).map(({ id }) => id))
    return {
      description: `MailDev at ${api.root}`,
      async search(address) {
        const isTo = (mail: MaildevMail) => addressesOf(mail).some((one) => one.toLowerCase() === address.toLowerCase())
        return (await mails()).filter(isTo).map(stored)
      },
      source: (id) => api.bytes(`/email/${encodeURIComponent(id)}/source`),
      async arrivals() {
        const fresh = (await mails()).filter(({ id }) => !before.has(id))
        return fresh.map(({ to = [], subject = '' }) => ({ to: to.map(({ address }) => address), subject }))
      },
      delete: (id) => api.delete(`/email/${encodeURIComponent(id)}`),
      close: async () => {},
    }
  },
}

/**
 * Returns a function that fetches the mails in order of arrival. The list grows at its end unless a mail is deleted:
 * each call requests it from the last known mail on, and requests all of it if that mail has moved.
 */
async function growingList(api: CatcherApi): Promise<() => Promise<readonly MaildevMail[]>> {
  const list = async (skip: number) => {
    const mails = await api.json(`/email?skip=${skip}`)
    return Array.isArray(mails) ? mails.map(withoutContent) : []
  }
  let known: MaildevMail[] = []
  const refresh = async () => {
    const skip = Math.max(0, known.length - 1)
    const tail = await list(skip)
    const last = tail.findIndex(({ id }) => id === known.at(-1)?.id)
    if (last >= 0) known.push(...tail.slice(last + 1))
    else known = skip === 0 ? tail : await list(0)
    return known
  }
  let latest: Promise<readonly MaildevMail[]> = Promise.resolve([])
  return () => {
    latest = latest.then(refresh, refresh)
    return latest
  }
}

/** Keeps only these fields: the bodies of thousands of mails take megabytes. */
function withoutContent({ id, subject, time, to, cc, envelope }: MaildevMail): MaildevMail {
  return {
    id,
    ...(subject ? { subject } : {}),
    ...(time ? { time } : {}),
    ...(to ? { to } : {}),
    ...(cc ? { cc } : {}),
    ...(envelope ? { envelope } : {}),
  }
}

function addressesOf({ to = [], cc = [], envelope }: MaildevMail): string[] {
  return [...to, ...cc, ...(envelope?.to ?? [])].map(({ address }) => address)
}

function stored({ id, time = '', envelope }: MaildevMail): Stored {
  return { id, receivedAt: time, envelope: (envelope?.to ?? []).map(({ address }) => address) }
}
