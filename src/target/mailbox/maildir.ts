import { readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { decoded } from '../../shared/decoded.ts'
import { MailboxError } from './mailbox.ts'
import type { MessageStore, Stored } from './message-store.ts'
import { isTo, type ReadMail, readMail } from './read-mail.ts'

/** A mail file: in `new` until a mail client has seen it, then in `cur` with flags in its name. */
interface Place extends Stored {
  readonly path: string
  readonly modified: number
}

/**
 * Opens a local Maildir. Older mails are ignored by file name: names are unique for ever, so no clock is needed.
 * @param url `maildir:/path`
 * @throws MailboxError
 */
export async function maildir(url: URL): Promise<MessageStore> {
  const folder = decoded(url.pathname)
  if (!(await isFolder(folder))) throw new MailboxError(`there is no folder ${folder}`)
  for (const name of ['new', 'cur'])
    if (!(await isFolder(join(folder, name))))
      throw new MailboxError(`${folder} is no Maildir, which has folders "new" and "cur"`)
  const before = new Set((await filesIn(folder)).map(({ id }) => id))
  const read = new Map<string, ReadMail>()

  const fresh = async (): Promise<{ place: Place; content: ReadMail }[]> => {
    const files = (await filesIn(folder)).filter(({ id }) => !before.has(id))
    const places = (await Promise.all(files.map(placed))).filter((place) => place !== undefined)
    const found: { place: Place; content: ReadMail }[] = []
    for (const place of places.sort((a, b) => a.modified - b.modified || a.id.localeCompare(b.id))) {
      const content = read.get(place.id) ?? (await contentOf(place))
      if (!content) continue
      read.set(place.id, content)
      found.push({ place, content })
    }
    return found
  }

  return {
    description: `the Maildir ${folder}`,
    search: async (address) => (await fresh()).flatMap(({ place, content }) => (isTo(address, content) ? [place] : [])),
    source: async (id) => {
      const file = (await filesIn(folder)).find((file) => file.id === id)
      return file && (await readFile(file.path).catch(() => undefined))
    },
    arrivals: async () => (await fresh()).map(({ content: { mail } }) => ({ to: mail.to, subject: mail.subject })),
    async delete(id) {
      const file = (await filesIn(folder)).find((file) => file.id === id)
      if (file) await unlink(file.path).catch((error) => Promise.reject(new MailboxError(wordsOf(error, file.path))))
    },
    close: async () => {},
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') throw new MailboxError(wordsOf(error, path))
    return undefined
  })
  return found?.isDirectory() ?? false
}

/** @throws MailboxError if the folder cannot be read */
async function filesIn(folder: string): Promise<{ id: string; path: string }[]> {
  const lists = await Promise.all(
    ['new', 'cur'].map(async (name) => {
      const path = join(folder, name)
      const names = await readdir(path).catch((error) => Promise.reject(new MailboxError(wordsOf(error, path))))
      return names.map((file) => ({ id: file.replace(/:2,.*$/, ''), path: join(path, file) }))
    }),
  )
  return lists.flat().filter(({ id }) => !id.startsWith('.'))
}

/** Returns undefined if the file was moved or deleted meanwhile; the next search finds a moved one. */
async function placed({ id, path }: { id: string; path: string }): Promise<Place | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return { id, path, receivedAt: found.mtime.toISOString(), modified: found.mtimeMs }
}

async function contentOf(place: Place): Promise<ReadMail | undefined> {
  const source = await readFile(place.path).catch(() => undefined)
  return source && readMail(source, place)
}

function wordsOf({ code, message }: NodeJS.ErrnoException, path: string): string {
  return code === 'EACCES' ? `${path} may not be read or written by this user` : message
}
