import { html, raw } from 'hono/html'
import { visible } from '../../shared/text.ts'

/** HTML that is safe to output; only `markup`, `jsonBlock` and `inlined` create it. */
export interface Markup {
  readonly isEscaped: true
  toString(): string
}

type Value = Markup | string | number | false | undefined | readonly Value[]

/**
 * An HTML template. Values are escaped for elements and quoted attributes, and invisible characters (control
 * characters, text-direction marks) are made visible. Lists are joined; `false` and undefined are omitted.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return html(strings, ...values.map(readable)) as Markup
}

function readable(value: Value): unknown {
  if (typeof value === 'string') return visible(value.toWellFormed())
  return Array.isArray(value) ? value.map(readable) : value
}

/** Renders a sentence; text between backticks becomes code. */
export function prose(text: string): Markup {
  return markup`${text.split('`').map((part, index) => (index % 2 ? markup`<code>${part}</code>` : part))}`
}

/** Returns the URL if it is a valid http or https URL, else undefined, so that a link cannot run a script. */
export function webAddress(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined
}

/** Renders a JSON block for the page's script. Nothing in the value can end the block. */
export function jsonBlock(id: string, value: unknown): Markup {
  const text = JSON.stringify(value).replaceAll('<', '\\u003c')
  return markup`<script type="application/json" id="${id}">${inlined(text)}</script>\n`
}

/** Inserts a text unescaped: only for the suite's own styles and scripts, never for texts of a target or a user. */
export function inlined(text: string): Markup {
  return raw(text) as unknown as Markup
}
