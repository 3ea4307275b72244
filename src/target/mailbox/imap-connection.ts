import { ImapFlow, type ImapFlowError } from 'imapflow'
import { decoded } from '../../shared/decoded.ts'
import { MailboxError } from './mailbox.ts'
import { troubleOf } from './trouble.ts'

/** Milliseconds. */
const connectionTimeout = 15_000
/** How many mailbox names an error message lists. */
const mostNames = 20

/** An IMAP mailbox with its server and credentials. */
export interface Place {
  readonly host: string
  readonly port: number
  readonly secure: boolean
  readonly user: string
  readonly pass: string
  readonly mailbox: string
  readonly description: string
}

/** @param url `imap(s)://user:password@host[:port][/MAILBOX]`; the default mailbox is INBOX */
export function placeOf(url: URL): Place {
  const secure = url.protocol === 'imaps:'
  const port = Number(url.port) || (secure ? 993 : 143)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const mailbox = decoded(url.pathname.slice(1)) || 'INBOX'
  const [user, pass] = [decoded(url.username), decoded(url.password)]
  const description = `the IMAP mailbox ${mailbox} at ${url.protocol}//${url.hostname}:${port}`
  return { host, port, secure, user, pass, mailbox, description }
}

/** Connects and logs in. @throws MailboxError */
export async function connect({ host, port, secure, user, pass }: Place): Promise<ImapFlow> {
  const limits = { connectionTimeout, greetingTimeout: connectionTimeout, socketTimeout: 60_000 }
  const client = new ImapFlow({ host, port, secure, auth: { user, pass }, logger: false, ...limits })
  // Errors are reported by the pending command; without a listener the event would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw new MailboxError(reasonOf(error as ImapFlowError))
  }
}

/** Opens a mailbox. @throws MailboxError that lists the existing mailboxes */
export async function select(client: ImapFlow, mailbox: string, readOnly: boolean) {
  try {
    return await client.mailboxOpen(mailbox, { readOnly })
  } catch (error) {
    const names = (await client.list().catch(() => [])).map(({ path }) => path)
    await client.logout().catch(() => {})
    if (names.length === 0 || names.includes(mailbox))
      throw new MailboxError(`${mailbox} cannot be opened: ${reasonOf(error as ImapFlowError)}`)
    const shown = names.slice(0, mostNames).join(', ')
    throw new MailboxError(
      `there is no mailbox "${mailbox}", but ${shown}${names.length > mostNames ? ', …' : ''}: the URL’s path names it`,
    )
  }
}

/** Returns why a command failed, and what to do if that is known. */
export function reasonOf(error: ImapFlowError): string {
  const { authenticationFailed, code, responseText } = error
  if (authenticationFailed) return `the user name or password is refused (${responseText ?? error.message})`
  if (code === 'GREETING_TIMEOUT') return 'no IMAP server greets there: give the URL another port, or imaps for imap'
  if (code === 'CONNECT_TIMEOUT') return `no connection within ${connectionTimeout / 1000} s`
  return responseText ?? troubleOf(error)
}
