import type { Verdict } from '../../judge/verdict.ts'
import { type Markup, markup } from './markup.ts'

/** A sign for each verdict, so that colour is never all that tells them apart. */
export const signs: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  fail: '✗',
  warn: '!',
  blocked: '⊘',
  untestable: '?',
  inapplicable: '–',
  error: '×',
}

/** A verdict as sign and word, in its colour. */
export function verdictMark(verdict: Verdict): Markup {
  return markup`<span class="verdict" data-verdict="${verdict}"><span class="sign" aria-hidden="true">${signs[verdict]}</span> ${verdict}</span>`
}
