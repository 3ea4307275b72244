import type { Catcher } from './catcher.ts'
import { newestFirst } from './pages.ts'

interface MailhogMail {
  readonly ID: string
  /** Time of arrival, by MailHog's clock. */
  readonly Created: string
  /** Envelope recipients. */
  readonly To?: readonly { readonly Mailbox: string; readonly Domain: string }[] | null
  readonly Content?: { readonly Headers?: Readonly<Record<string, readonly string[]>> }
}

/** null if there are none. */
const itemsOf = (answer: unknown) => (answer as { items?: readonly MailhogMail[] | null }).items

/** MailHog's HTTP API: version 2 searches, version 1 returns the source and deletes. */
export const mailhog: Catcher = {
  name: 'MailHog',
  sign: { path: '/api/v2/messages?limit=1', isIt: (json) => 'items' in (json as object) },
  async open(api) {
    const [newest] = itemsOf(await api.json('/api/v2/messages?limit=1')) ?? []
    return {
      description: `MailHog at ${api.root}`,
      async search(address) {
        const found = await newestFirst(api, `/api/v2/search?kind=to&query=${encodeURIComponent(address)}&`, itemsOf)
        return found.map((mail) => ({ id: mail.ID, receivedAt: mail.Created, envelope: envelope(mail) })).reverse()
      },
      source: (id) => api.bytes(`/api/v1/messages/${encodeURIComponent(id)}/download`),
      async arrivals() {
        const found = await newestFirst(api, '/api/v2/messages?', itemsOf, newest)
        return found.map((mail) => ({ to: envelope(mail), subject: mail.Content?.Headers?.Subject?.[0] ?? '' }))
      },
      delete: (id) => api.delete(`/api/v1/messages/${encodeURIComponent(id)}`),
      close: async () => {},
    }
  },
}

function envelope({ To }: MailhogMail): string[] {
  return (To ?? []).map(({ Mailbox, Domain }) => `${Mailbox}@${Domain}`)
}
