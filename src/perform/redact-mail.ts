import type { Mail } from '../recording/mail.ts'
import type { Redactor } from '../recording/redact.ts'
import { decoded } from '../shared/decoded.ts'
import { carriedBy, leadsOn } from '../target/mailbox/carried.ts'

/** Maximum characters kept of a mail's text. */
const most = 400
/** Maximum characters kept of a defective passage. */
const longestFound = 60

/** Long words of mixed characters are treated as secrets: a token in a path, a click-tracking code. */
const opaque =
  /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])(?:[A-Za-z0-9]{16,}|(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{16,})(?![\w-])/g
const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

/**
 * Returns a mail for the recording: secrets are registered and replaced, and the text is kept only if no link has a
 * token or key, so that the report can show it.
 * @param pattern the shop's own pattern of a link; empty for a stock shop
 * @param chosen passwords of the run
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
    ...spoilt('directive', directive, mail.subject, text),
    ...spoilt('garbled', garbled, mail.subject, text),
    subject: redactor.apply(mail.subject),
    links: mail.links.map((link) => redactor.apply(link)),
    ...(shown ? { text: excerpt(redactor.apply(text)) } : {}),
  }
}

/** Short passwords, and those equal to the e-mail address, may occur in a text by chance. */
const shows = (text: string, chosen: Iterable<string>): boolean =>
  [...chosen].some((password) => password.length >= 8 && !password.includes('@') && text.includes(password))

/** A directive of Magento's mail templates. */
const directive =
  /\{\{\s*\/?(?:var|trans|if|else|depend|template|layout|block|store|config|customvar|view|media|css|inlinecss)\b[^}]*\}\}/i
/** UTF-8 decoded as Latin-1, a replacement character, or an apostrophe or quote that was escaped twice. */
const garbled = /\S*(?:\ufffd|[ÃÅ][\u0080-\u00bf]|[ÃÅ][\u0152-\u2122]|ðŸ|\p{L}&(?:#0?39|apos|quot);\p{L})\S*/u

/** Returns the first unreplaced directive or wrongly decoded word in subject or text, if there is one. */
function spoilt(name: 'directive' | 'garbled', pattern: RegExp, subject: string, text = '') {
  const found = pattern.exec(subject)?.[0] ?? pattern.exec(text)?.[0]
  return found === undefined ? {} : { [name]: found.slice(0, longestFound) }
}

/** Registers the token or key of a link, whatever form a mock gives it. */
function learn(link: string, to: readonly string[], redactor: Redactor, pattern: string): void {
  redactor.learnFrom(link)
  for (const name of ['token', 'key'] as const) {
    const value = carriedBy(link, name, pattern)
    if (value) redactor.learn(value)
  }
  if (!URL.canParse(link)) return
  const { searchParams, pathname, hash } = new URL(link)
  for (const [name, value] of searchParams) if (/token|key/i.test(name)) redactor.learn(value)
  // A click-tracking URL contains the destination URL in encoded form, and so the token.
  for (const part of [pathname, hash, ...searchParams.values()]) learnOpaque(decodedThrough(part), to, redactor)
}

function learnOpaque(text: string, to: readonly string[], redactor: Redactor): void {
  redactor.learnFrom(text)
  const addresses = to.join(' ').toLowerCase()
  // The host may have a long name, but is no secret.
  const rest = text.replaceAll(/https?:\/\/[^/\s]+/gi, ' ')
  for (const [word] of [...rest.matchAll(opaque), ...rest.matchAll(uuid)])
    if (!addresses.includes(word.toLowerCase())) redactor.learn(word)
}

/** Decodes a text repeatedly, as it may be a URL in a URL in a URL. */
function decodedThrough(text: string, depth = 3): string {
  const once = decoded(text)
  return once === text || depth === 1 ? once : decodedThrough(once, depth - 1)
}

function excerpt(text: string): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
