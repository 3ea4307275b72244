import { attribute, readPage } from '../../shared/html.ts'

/** The parts of a mail's content that the contract checks. */
export interface Content {
  /** The links of its HTML, then those only written out in HTML or text; in order, without duplicates. */
  readonly links: readonly string[]
  /** The visible text, in one line. */
  readonly text: string
}

/**
 * @param html decoded HTML part
 * @param text decoded text part
 */
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

/** A link in angle brackets may be broken over lines anywhere (RFC 3986, appendix C). */
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

/** Minimum length of a line that a mailer has wrapped. */
const wrapped = 60

/**
 * Joins a link that a mailer has broken at the end of a long line with the next lines. A next line may also be a
 * separate word, so the caller keeps both readings; the one with a complete token is right.
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

/** Removes punctuation and the closing bracket of the surrounding sentence. */
function trimmed(link: string): string {
  const bare = link.replace(/[.,;:!?'\]]+$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? trimmed(bare.slice(0, -1)) : bare
}
