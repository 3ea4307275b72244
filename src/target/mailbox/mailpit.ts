import type { Catcher } from './catcher.ts'
import { newestFirst } from './pages.ts'

interface MailpitMail {
  readonly ID: string
  /** Time of arrival, by Mailpit's clock. */
  readonly Created: string
  readonly Subject: string
  readonly To?: readonly MailpitAddress[] | null
  /** Envelope recipients that no header names. */
  readonly Bcc?: readonly MailpitAddress[] | null
}

interface MailpitAddress {
  readonly Address: string
}

const itemsOf = (answer: unknown) => (answer as { messages?: readonly MailpitMail[] | null }).messages

/** Mailpit's HTTP API, version 1. */
export const mailpit: Catcher = {
  name: 'Mailpit',
  sign: { path: '/api/v1/info', isIt: (json) => 'Version' in (json as object) },
  async open(api) {
    const [newest] = itemsOf(await api.json('/api/v1/messages?limit=1')) ?? []
    return {
      description: `Mailpit at ${api.root}`,
      async search(address) {
        const query = encodeURIComponent(`to:"${address.replaceAll('"', '')}"`)
        const found = await newestFirst(api, `/api/v1/search?query=${query}&`, itemsOf)
        return found
          .map(({ ID, Created, Bcc }) => ({ id: ID, receivedAt: Created, envelope: addresses(Bcc) }))
          .reverse()
      },
      source: (id) => api.bytes(`/api/v1/message/${encodeURIComponent(id)}/raw`),
      async arrivals() {
        const found = await newestFirst(api, '/api/v1/messages?', itemsOf, newest)
        return found.map(({ To, Subject }) => ({ to: addresses(To), subject: Subject }))
      },
      // An empty list would delete all mails.
      delete: (id) => api.delete('/api/v1/messages', { IDs: [id] }),
      close: async () => {},
    }
  },
}

function addresses(list: readonly MailpitAddress[] | null | undefined): string[] {
  return (list ?? []).map(({ Address }) => Address)
}
