import { attribute, elementsOf, readableText } from '../html.ts'

/** The links of a mail's HTML (where they lead, then those only written out) and of its text, in order, each once. */
export function linksOf(html: string | undefined, text: string | undefined): string[] {
  const anchors = html ? elementsOf(html).filter(({ tagName }) => tagName === 'a' || tagName === 'area') : []
  const hrefs = anchors.flatMap((anchor) => attribute(anchor, 'href')?.trim() ?? [])
  const written = [...(html ? linksInText(readableText(html)) : []), ...linksInText(text ?? '')]
  return [...new Set([...hrefs.filter((link) => /^https?:\/\//i.test(link)), ...written])]
}

/** What a person reads, in one line. */
export function textOf(html: string | undefined, text: string | undefined): string {
  const readable = text?.trim() ? text : readableText(html ?? '')
  return readable.replaceAll(/[\s\u200b-\u200d\u2060\u00ad\ufeff]+/g, ' ').trim()
}

/** Between angle brackets a link may be broken over lines anywhere (RFC 3986, appendix C). */
const bracketed = /<(https?:\/\/[^<>"]+)>/gi
const bare = /https?:\/\/[^\s<>"]+/gi

function linksInText(text: string): string[] {
  const found: string[] = []
  const rest = text.replaceAll(bracketed, (_, link: string) => {
    found.push(link.replaceAll(/\s+/g, ''))
    return ' '
  })
  const lines = rest.split(/\r?\n/)
  for (const [index, line] of lines.entries())
    for (const [link] of line.matchAll(bare)) {
      const whole = line.endsWith(link) ? continued(lines, index, link) : link
      if (whole !== link) found.push(trimmed(whole))
      found.push(trimmed(link))
    }
  return found.map((link) => link.replaceAll('&amp;', '&'))
}

/** How long a line must be that a mailer has wrapped. */
const wrapped = 60

/**
 * A link that a mailer has broken at the end of a long line goes on in the next, which holds nothing else. What looks
 * like it may yet be a word of its own: so both readings are links of the mail, and a whole token tells them apart.
 */
function continued(lines: readonly string[], index: number, link: string): string {
  let whole = link
  for (let at = index; (lines[at] ?? '').length >= wrapped; at++) {
    const next = lines[at + 1] ?? ''
    if (!/^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(next) || /^https?:/i.test(next)) break
    whole += next
  }
  return whole
}

/** Without the punctuation of the sentence around it, and the bracket that it stands in. */
function trimmed(link: string): string {
  const bare = link.replace(/[.,;:!?'\]]+$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? trimmed(bare.slice(0, -1)) : bare
}
