import type { CatcherApi } from './http.ts'

/** More mails than a scenario needs, or a report should list. */
const most = 500
const page = 50

interface Dated {
  /** By the catcher's clock. */
  readonly Created: string
}

/**
 * Fetches a paged list of mails, newest first, up to a limit.
 * @param path including a query, to which `start` and `limit` are appended
 * @param since returns only mails after this one
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
