import type { Mailbox } from './mailbox.ts'
import type { MessageStore, Stored } from './message-store.ts'
import { isTo, type ReadMail, readMail } from './read-mail.ts'

/**
 * A store as a mailbox: every kind is searched loosely and compared exactly, and every mail is read from its source
 * and only once.
 * @param follow what becomes of a mail's links before anybody looks at them
 */
export function readingMailbox(
  store: MessageStore,
  follow: (links: readonly string[]) => Promise<readonly string[]>,
): Mailbox {
  const known = new Map<string, Promise<ReadMail | undefined>>()

  const read = (stored: Stored): Promise<ReadMail | undefined> => {
    const reading = known.get(stored.id) ?? readFrom(store, stored, follow)
    known.set(stored.id, reading)
    // What failed, or was not there, is tried again the next time.
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

/** A server that delivers a copy, or a catcher that two ways lead to, has one mail several times. */
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
