import type { FetchMessageObject, ImapFlow, ImapFlowError } from 'imapflow'
import { connect, placeOf, reasonOf, select } from './imap-connection.ts'
import { MailboxError } from './mailbox.ts'
import type { MessageStore } from './message-store.ts'
import { deliveryHeaders } from './read-mail.ts'

/**
 * Opens an IMAP mailbox. It is read-only and marks nothing as seen, except while mails are deleted. Older mails are
 * ignored by UID: UIDs increase, so no clock is needed.
 * @param url `imap(s)://user:password@host[:port][/MAILBOX]`; the default mailbox is INBOX
 * @throws MailboxError
 */
export async function imap(url: URL): Promise<MessageStore> {
  const place = placeOf(url)
  let client = await connect(place)
  const { uidNext = 1, uidValidity } = await select(client, place.mailbox, true)
  const since = `${uidNext}:*`

  /** Reconnects if necessary: servers close idle connections, and a run may wait for a token to expire. */
  const connected = async (): Promise<ImapFlow> => {
    if (client.usable) return client
    client = await connect(place)
    const now = await select(client, place.mailbox, true)
    if (now.uidValidity !== uidValidity) throw new MailboxError(`${place.mailbox} was made anew during the run`)
    return client
  }
  let last: Promise<unknown> = Promise.resolve()
  /** Runs commands one after another, as a mailbox opened for deletion must not be searched meanwhile. */
  const inTurn = <T>(command: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const attempt = async () => {
      const result = await command(await connected())
      // For some commands interrupted by a broken connection the library returns an empty result instead of an error.
      if (!client.usable) throw new Error('the connection broke')
      return result
    }
    const turn = last
      .then(attempt)
      // All commands here can be repeated, so a broken connection is retried once.
      .catch((error) => (client.usable || error instanceof MailboxError ? Promise.reject(error) : attempt()))
      .catch((error) => {
        if (error instanceof MailboxError) throw error
        throw new MailboxError(`${place.description}: ${reasonOf(error as ImapFlowError)}`)
      })
    last = turn.catch(() => {})
    return turn
  }
  const newUids = (uids: number[] | false | undefined): number[] => {
    // The library returns false if the server refused the search.
    if (!uids) throw new Error('the server refuses to search')
    // A range that ends with * always contains the last mail, however old.
    return uids.filter((uid) => uid >= uidNext).sort((a, b) => a - b)
  }

  return {
    description: place.description,
    search: (address) =>
      inTurn(async (client) => {
        // The server reports new mails in response to NOOP.
        await client.noop()
        const headers = deliveryHeaders.map((name) => ({
          header: { [name]: address },
        }))
        const query = { uid: since, or: [{ to: address }, { cc: address }, { bcc: address }, ...headers] }
        const uids = newUids(await client.search(query, { uid: true }))
        if (uids.length === 0) return []
        const found = await client.fetchAll(uids, { uid: true, internalDate: true }, { uid: true })
        return found
          .map(({ uid, internalDate }) => ({ id: String(uid), receivedAt: isoTime(internalDate) }))
          .sort((a, b) => Number(a.id) - Number(b.id))
      }),
    source: (id) =>
      inTurn(async (client) => {
        const found = await client.fetchOne(id, { source: true }, { uid: true })
        return found ? found.source : undefined
      }),
    arrivals: () =>
      inTurn(async (client) => {
        await client.noop()
        const uids = newUids(await client.search({ uid: since }, { uid: true }))
        if (uids.length === 0) return []
        const found = await client.fetchAll(uids, { envelope: true }, { uid: true })
        return found.map(arrivalOf)
      }),
    delete: (id) =>
      inTurn(async (client) => {
        // Without UIDPLUS, EXPUNGE would also remove mails that others have marked as deleted.
        if (!client.capabilities.has('UIDPLUS') && !client.capabilities.has('IMAP4REV2'))
          throw new MailboxError('the server cannot delete one mail alone (it has no UIDPLUS)')
        await select(client, place.mailbox, false)
        await client.messageDelete(id, { uid: true })
      }),
    async close() {
      await last
      if (client.usable) await client.logout().catch(() => client.close())
    },
  }
}

function isoTime(date: Date | string | undefined): string {
  return date === undefined ? '' : new Date(date).toISOString()
}

function arrivalOf({ envelope }: FetchMessageObject) {
  return { to: (envelope?.to ?? []).flatMap(({ address }) => address ?? []), subject: envelope?.subject ?? '' }
}
