import type { Redactor } from '../recording/redact.ts'
import { UsageError } from '../target/settings.ts'
import { TargetError } from '../target/target.ts'
import type { Mailbox } from './mailbox.ts'
import { maildev } from './maildev.ts'

/** Every kind of mailbox by the scheme of its URL. */
const kinds: Record<string, (url: URL) => Mailbox> = {
  'maildev+http:': maildev,
  'maildev+https:': maildev,
}

/**
 * The mailbox a URL names, asked once so that a wrong address shows before any account is created.
 * @returns undefined when none is set
 * @throws UsageError for another scheme, TargetError when it does not answer
 */
export async function openMailbox(text: string | undefined, redactor: Redactor): Promise<Mailbox | undefined> {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const kind = url && kinds[url.protocol]
  if (!kind) {
    const scheme = url ? url.protocol.slice(0, -1) : text.split(':')[0]
    throw new UsageError(
      `MAGENTO_MAILBOX_URL begins with "${scheme}": it must begin with ${Object.keys(kinds).join('// or ')}//`,
    )
  }
  for (const secret of [url.password, `${url.username}:${url.password}`])
    if (url.password) redactor.learn(decodeURIComponent(secret))
  const mailbox = kind(url)
  try {
    await mailbox.mailsTo('nobody@example.com')
  } catch (error) {
    throw new TargetError(
      `${mailbox.description} cannot be asked: ${(error as Error).message}\nCheck MAGENTO_MAILBOX_URL.`,
    )
  }
  return mailbox
}
