import type { Verdict } from '../../judge/verdict.ts'
import { signs } from '../console-line.ts'
import { type Markup, markup } from './markup.ts'

/** Renders a verdict as sign and word, in its colour. */
export function verdictMark(verdict: Verdict): Markup {
  return markup`<span class="verdict" data-verdict="${verdict}">${signOf(verdict)} ${verdict}</span>`
}

/** Renders only the sign of a verdict, next to its word. */
export function signOf(verdict: Verdict): Markup {
  return markup`<span class="sign" aria-hidden="true">${signs[verdict][0]}</span>`
}
