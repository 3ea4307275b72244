import type { Redactor } from '../../recording/redact.ts'
import { decoded } from '../../shared/decoded.ts'
import { UsageError } from '../settings.ts'
import { TargetError } from '../target.ts'
import { openCatcher } from './catchers.ts'
import { followTo } from './follow.ts'
import type { Mailbox } from './mailbox.ts'
import type { MessageStore } from './message-store.ts'

/** How links in mails are read, set by the shop or the user. */
export interface LinkOptions {
  /** True to follow the redirects of links without a token or key. */
  readonly follow: boolean
  /** The shop's own pattern of a link; empty for a stock shop. */
  readonly pattern: string
}

interface Kind {
  readonly form: string
  readonly open: (url: URL) => Promise<MessageStore>
}

// Imported on demand, so that the libraries behind them are loaded only if used.
const imap: Kind = {
  form: 'imaps://user:password@host/INBOX',
  open: async (url) => (await import('./imap.ts')).imap(url),
}
const maildir: Kind = {
  form: 'maildir:/path',
  open: async (url) => (await import('./maildir.ts')).maildir(url),
}
const catcher = (name: string): Kind => ({ form: `${name}+http://host:port`, open: openCatcher })

/** The kinds of mailbox, by URL scheme. */
const kinds: Readonly<Record<string, Kind>> = {
  'mailpit+http:': catcher('mailpit'),
  'mailpit+https:': catcher('mailpit'),
  'mailhog+http:': catcher('mailhog'),
  'mailhog+https:': catcher('mailhog'),
  'maildev+http:': catcher('maildev'),
  'maildev+https:': catcher('maildev'),
  'imaps:': imap,
  'imap:': imap,
  'maildir:': maildir,
}

/**
 * Opens the mailbox that a URL names, and accesses it once to detect errors before any account is created.
 * @returns undefined if `text` is undefined
 * @throws UsageError for an invalid URL, TargetError if the mailbox cannot be accessed
 */
export async function openMailbox(
  text: string | undefined,
  redactor: Redactor,
  links: LinkOptions = { follow: false, pattern: '' },
): Promise<Mailbox | undefined> {
  const named = mailboxUrl(text)
  if (!named) return undefined
  const { url, kind } = named
  for (const secret of [url.password, `${url.username}:${url.password}`])
    if (url.password) redactor.learn(decoded(secret))
  let store: MessageStore
  try {
    store = await kind.open(url)
  } catch (error) {
    throw new TargetError(`${placeOf(url)} cannot be asked: ${(error as Error).message}\nCheck MAGENTO_MAILBOX_URL.`)
  }
  const { readingMailbox } = await import('./reading.ts')
  return readingMailbox(store, links.follow ? followTo(links.pattern) : async (found) => found)
}

/**
 * Parses MAGENTO_MAILBOX_URL; sends nothing.
 * @returns undefined if it is not set
 * @throws UsageError for a URL that names no mailbox
 */
export function mailboxUrl(text: string | undefined): { readonly url: URL; readonly kind: Kind } | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const kind = url && kinds[url.protocol]
  if (!kind) {
    const scheme = /^[\w+.-]*/.exec(text)?.[0] ?? ''
    if (kinds[`${scheme}:`])
      throw new UsageError(
        'MAGENTO_MAILBOX_URL is no URL: in a user name or password write / as %2F, @ as %40, : as %3A, # as %23, % as %25',
      )
    const forms = [...new Set(Object.values(kinds).map(({ form }) => form))].join(', ')
    throw new UsageError(
      `MAGENTO_MAILBOX_URL begins with "${scheme}": it must be one of ${forms} (+https, imap as well)`,
    )
  }
  checkForm(url, kind)
  return { url, kind }
}

/** Checks the parts of the URL besides the scheme. @throws UsageError without quoting what may be a password */
function checkForm(url: URL, { form }: Kind): void {
  const wrong = (what: string) => new UsageError(`MAGENTO_MAILBOX_URL ${what}: write it as ${form}`)
  if (url.protocol === 'maildir:') {
    if (url.host || !url.pathname.startsWith('/')) throw wrong('names no absolute path')
    return
  }
  if (!url.hostname) throw wrong('names no host')
  if (url.protocol.startsWith('imap') && !(url.username && url.password))
    throw wrong('has no user name and password (an @ in the name is written %40)')
}

/** Returns the mailbox URL without credentials, for output. */
function placeOf(url: URL): string {
  return url.protocol === 'maildir:' ? url.href : `${url.protocol}//${url.host}${url.pathname.replace(/^\/$/, '')}`
}
