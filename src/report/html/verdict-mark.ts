import type { Verdict } from '../../judge/verdict.ts'
import { signs } from '../console-line.ts'
import { type Markup, markup } from './markup.ts'

/** A verdict as sign and word, in its colour. */
export function verdictMark(verdict: Verdict): Markup {
  return markup`<span class="verdict" data-verdict="${verdict}">${signOf(verdict)} ${verdict}</span>`
}

/** The sign alone, where the word stands beside it. */
export function signOf(verdict: Verdict): Markup {
  return markup`<span class="sign" aria-hidden="true">${signs[verdict][0]}</span>`
}
