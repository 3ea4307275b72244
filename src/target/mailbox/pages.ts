import type { CatcherApi } from './http.ts'

/** No scenario looks for more, and nobody wants to read more in a report. */
const most = 500
const page = 50

interface Dated {
  /** By the catcher's clock. */
  readonly Created: string
}

/**
 * The mails of a list that a catcher gives in pages, newest first: all that are there, up to a limit.
 * @param path with its query, to which `start` and `limit` are added
 * @param since only those that came after this one
 * @throws MailboxError
 */
export async function newestFirst<Mail extends Dated>(
  api: CatcherApi,
  path: string,
  itemsOf: (answer: unknown) => readonly Mail[] | null | undefined,
  since?: Mail,
): Promise<Mail[]> {
  const found: Mail[] = []
  while (found.length < most) {
    const mails = itemsOf(await api.json(`${path}start=${found.length}&limit=${page}`)) ?? []
    const newer = since ? mails.filter((mail) => Date.parse(mail.Created) > Date.parse(since.Created)) : mails
    found.push(...newer)
    if (newer.length < page) break
  }
  return found
}
