import type { Mailbox } from './mailbox.ts'
import type { MessageStore, Stored } from './message-store.ts'
import { isTo, type ReadMail, readMail } from './read-mail.ts'

/**
 * Adapts a store to a mailbox: filters the results of the store's search by exact recipient, and reads each mail once.
 * @param follow transforms the links of each mail
 */
export function readingMailbox(
  store: MessageStore,
  follow: (links: readonly string[]) => Promise<readonly string[]>,
): Mailbox {
  const known = new Map<string, Promise<ReadMail | undefined>>()

  const read = (stored: Stored): Promise<ReadMail | undefined> => {
    const reading = known.get(stored.id) ?? readFrom(store, stored, follow)
    known.set(stored.id, reading)
    // Read again next time if it failed or was missing.
    const forget = () => known.delete(stored.id)
    reading.then((read) => read ?? forget(), forget)
    return reading
  }

  const find = async (address: string): Promise<{ id: string; read: ReadMail }[]> => {
    const found = await store.search(address)
    const mails = await Promise.all(found.map(async (stored) => ({ id: stored.id, read: await read(stored) })))
    return mails.flatMap(({ id, read }) => (read && isTo(address, read) ? [{ id, read }] : []))
  }

  return {
    description: store.description,
    mailsTo: async (address) => eachOnce((await find(address)).map(({ read }) => read)).map(({ mail }) => mail),
    arrivals: () => store.arrivals(),
    async deleteMailsTo(addresses) {
      const own = new Set(addresses.map((address) => address.toLowerCase()))
      const gone = new Set<string>()
      for (const address of addresses)
        for (const { id, read } of await find(address))
          if (!gone.has(id) && read.mail.to.every((to) => own.has(to.toLowerCase()))) {
            await store.delete(id)
            gone.add(id)
          }
      return gone.size
    },
    close: () => store.close(),
  }
}

/** Removes duplicates by message id: a server may deliver copies, and a catcher may receive a mail by two routes. */
const eachOnce = (mails: readonly ReadMail[]): ReadMail[] =>
  mails.filter(
    ({ messageId }, index) =>
      messageId === undefined || mails.findIndex((other) => other.messageId === messageId) === index,
  )

async function readFrom(
  store: MessageStore,
  stored: Stored,
  follow: (links: readonly string[]) => Promise<readonly string[]>,
): Promise<ReadMail | undefined> {
  const source = await store.source(stored.id)
  if (!source) return undefined
  const read = await readMail(source, stored)
  return { ...read, mail: { ...read.mail, links: await follow(read.mail.links) } }
}
