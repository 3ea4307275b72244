import type { Catcher } from './catchers.ts'
import type { Stored } from './message-store.ts'

interface MaildevMail {
  readonly id: string
  readonly subject?: string
  /** When it arrived, by MailDev's clock. */
  readonly time?: string
  readonly to?: readonly { readonly address: string }[]
  readonly envelope?: { readonly to?: readonly { readonly address: string }[] }
}

/** MailDev's HTTP API (`GET /email` and below). */
export const maildev: Catcher = {
  name: 'MailDev',
  sign: { path: '/config', isIt: (json) => 'smtpPort' in (json as object) },
  async open(api) {
    const list = async (query = '') => {
      const mails = await api.json(`/email${query}`)
      return Array.isArray(mails) ? (mails as MaildevMail[]) : []
    }
    const before = new Set((await list()).map(({ id }) => id))
    return {
      description: `MailDev at ${api.root}`,
      /** Its filter compares to the letter, so that it is asked for each way the address may be written. */
      async search(address) {
        const spellings = [...new Set([address, address.toLowerCase()])]
        const fields = ['to.address', 'envelope.to.address']
        const queries = spellings.flatMap((spelling) =>
          fields.map((field) => `?${field}=${encodeURIComponent(spelling)}`),
        )
        const found = (await Promise.all(queries.map(list))).flat()
        return [...new Map(found.map((mail) => [mail.id, stored(mail)])).values()].sort(byArrival)
      },
      source: (id) => api.bytes(`/email/${encodeURIComponent(id)}/source`),
      async arrivals() {
        const mails = (await list()).filter(({ id }) => !before.has(id))
        return mails.map(({ to = [], subject = '' }) => ({ to: to.map(({ address }) => address), subject }))
      },
      delete: (id) => api.delete(`/email/${encodeURIComponent(id)}`),
      close: async () => {},
    }
  },
}

function stored({ id, time = '', envelope }: MaildevMail): Stored {
  return { id, receivedAt: time, envelope: (envelope?.to ?? []).map(({ address }) => address) }
}

const byArrival = (a: Stored, b: Stored) => a.receivedAt.localeCompare(b.receivedAt)
