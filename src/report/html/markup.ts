import { html, raw } from 'hono/html'
import { visible } from '../../shared/text.ts'

/** A piece of HTML that is safe to write: only `markup`, `jsonBlock` and `inlined` make it. */
export interface Markup {
  readonly isEscaped: true
  toString(): string
}

type Value = Markup | string | number | false | undefined | readonly Value[]

/**
 * A template for HTML. Every text put into it is escaped, in elements and in quoted attributes alike, and what cannot
 * be seen in it (control characters, text-direction marks) is made visible. Lists are joined; `false` and undefined
 * are nothing.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return html(strings, ...values.map(readable)) as Markup
}

function readable(value: Value): unknown {
  if (typeof value === 'string') return visible(value.toWellFormed())
  return Array.isArray(value) ? value.map(readable) : value
}

/** A sentence in which what stands between backticks is code. */
export function prose(text: string): Markup {
  return markup`${text.split('`').map((part, index) => (index % 2 ? markup`<code>${part}</code>` : part))}`
}

/** The address of a link, only where a browser would open a page with it, and run no script: undefined otherwise. */
export function webAddress(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined
}

/** A value for the page's script to read by the block's id; nothing in it ends the block. */
export function jsonBlock(id: string, value: unknown): Markup {
  const text = JSON.stringify(value).replaceAll('<', '\\u003c')
  return markup`<script type="application/json" id="${id}">${inlined(text)}</script>\n`
}

/** A text of the suite as it stands: the style and the script of a page. Never for what comes from a target or a user. */
export function inlined(text: string): Markup {
  return raw(text) as unknown as Markup
}
