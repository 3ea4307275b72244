import type { Catcher } from './catcher.ts'
import { type CatcherApi, catcherApi } from './http.ts'
import { MailboxError } from './mailbox.ts'
import { maildev } from './maildev.ts'
import { mailhog } from './mailhog.ts'
import { mailpit } from './mailpit.ts'
import type { MessageStore } from './message-store.ts'

/** By the first part of the URL scheme. */
const catchers: Readonly<Record<string, Catcher>> = { mailpit, mailhog, maildev }

/**
 * Opens a mail catcher after checking that it is of the kind that the URL names.
 * @param url `KIND+http(s)://[user:password@]host:port[/path]`
 * @throws MailboxError that names the kind found instead
 */
export async function openCatcher(url: URL): Promise<MessageStore> {
  const kind = url.protocol.split('+')[0] as string
  const expected = catchers[kind] as Catcher
  const api = catcherApi(url)
  if (await shows(api, expected)) return expected.open(api)
  for (const [other, found] of Object.entries(catchers))
    if (await shows(api, found))
      throw new MailboxError(`this is ${found.name}: let the URL begin with ${url.protocol.replace(kind, other)}//`)
  const names = Object.values(catchers).map(({ name }) => name)
  throw new MailboxError(`neither ${names.slice(0, -1).join(' nor ')} nor ${names.at(-1)} answers there`)
}

async function shows(api: CatcherApi, { sign }: Catcher): Promise<boolean> {
  const { status, json } = await api.ask(sign.path)
  return status === 200 && typeof json === 'object' && json !== null && sign.isIt(json)
}
