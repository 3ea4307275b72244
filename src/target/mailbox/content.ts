import { attribute, readPage } from '../../shared/html.ts'

/** What of a mail's content the contract looks at. */
export interface Content {
  /** Where its HTML leads, then the links only written out in it and in its text, in order, each once. */
  readonly links: readonly string[]
  /** What a person reads, in one line. */
  readonly text: string
}

/** Reads a mail's parts, decoded. */
export function contentOf(html: string | undefined, text: string | undefined): Content {
  const page = readPage(html ?? '')
  const anchors = page.elements.filter(({ tagName }) => tagName === 'a' || tagName === 'area')
  const hrefs = anchors.flatMap((anchor) => attribute(anchor, 'href')?.trim() ?? [])
  const leading = hrefs.filter((link) => /^https?:\/\//i.test(link))
  return {
    links: [...new Set([...leading, ...linksInText(page.text), ...linksInText(text ?? '')])],
    text: inOneLine(text?.trim() ? text : page.text),
  }
}

function inOneLine(text: string): string {
  return text.replaceAll(/[\s\u200b-\u200d\u2060\u00ad\ufeff]+/g, ' ').trim()
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
