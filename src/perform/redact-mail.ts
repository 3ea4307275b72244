import type { Mail } from '../recording/mail.ts'
import type { Redactor } from '../recording/redact.ts'
import { decoded } from '../shared/decoded.ts'
import { carriedBy, leadsOn } from '../target/mailbox/carried.ts'

/** How much of a mail's text is kept, in characters. */
const most = 400

/** Long words of mixed characters are secrets until somebody shows otherwise: a token in a path, a counter's code. */
const opaque =
  /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])(?:[A-Za-z0-9]{16,}|(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{16,})(?![\w-])/g
const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

/**
 * The mail to keep: its secrets learnt and replaced, and its text only where no link leads on, so that the report can
 * show what came instead.
 * @param pattern the shop's own pattern of a link; empty for a stock shop
 * @param chosen the passwords that the run has chosen
 */
export function redactedMail(
  { text, ...mail }: Mail,
  redactor: Redactor,
  pattern: string,
  chosen: Iterable<string> = [],
): Mail {
  for (const link of mail.links) learn(link, mail.to, redactor, pattern)
  const shown = text !== undefined && !mail.links.some((link) => leadsOn(link, pattern))
  if (shown) learnOpaque(text, mail.to, redactor)
  return {
    ...mail,
    ...(shows(text ?? '', chosen) ? { showsPassword: true } : {}),
    subject: redactor.apply(mail.subject),
    links: mail.links.map((link) => redactor.apply(link)),
    ...(shown ? { text: excerpt(redactor.apply(text)) } : {}),
  }
}

/** A short password, and one that is the e-mail itself, may stand in a text by chance. */
const shows = (text: string, chosen: Iterable<string>): boolean =>
  [...chosen].some((password) => password.length >= 8 && !password.includes('@') && text.includes(password))

/** Whatever a link carries as its token or key is the secret, of whatever form a mock makes it. */
function learn(link: string, to: readonly string[], redactor: Redactor, pattern: string): void {
  redactor.learnFrom(link)
  for (const name of ['token', 'key'] as const) {
    const value = carriedBy(link, name, pattern)
    if (value) redactor.learn(value)
  }
  if (!URL.canParse(link)) return
  const { searchParams, pathname, hash } = new URL(link)
  for (const [name, value] of searchParams) if (/token|key/i.test(name)) redactor.learn(value)
  // A counter of clicks carries the address it leads to, encoded, and with it the token.
  for (const part of [pathname, hash, ...searchParams.values()]) learnOpaque(decodedThrough(part), to, redactor)
}

function learnOpaque(text: string, to: readonly string[], redactor: Redactor): void {
  redactor.learnFrom(text)
  const addresses = to.join(' ').toLowerCase()
  // A host may have a long name, and is no secret.
  const rest = text.replaceAll(/https?:\/\/[^/\s]+/gi, ' ')
  for (const [word] of [...rest.matchAll(opaque), ...rest.matchAll(uuid)])
    if (!addresses.includes(word.toLowerCase())) redactor.learn(word)
}

/** Encoded several times over, as an address within an address within an address. */
function decodedThrough(text: string, depth = 3): string {
  const once = decoded(text)
  return once === text || depth === 1 ? once : decodedThrough(once, depth - 1)
}

function excerpt(text: string): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
