import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { packageFile } from '../../shared/package-file.ts'
import { inlined, type Markup, markup } from './markup.ts'

/** Reads a style sheet or script of this folder. */
const beside = (name: string) => readFileSync(packageFile(`src/report/html/${name}`), 'utf8')

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export interface Shell {
  readonly title: string
  /** Style sheets of this folder in addition to shell.css, which has colours, type and verdicts. */
  readonly styles?: readonly string[]
  /** Classic scripts of this folder, in order; they share one scope. */
  readonly scripts?: readonly string[]
  /** The content of the body, in chunks if it may be large. */
  readonly body: Iterable<Markup>
}

/**
 * Renders a page as a single file that loads nothing. Its content security policy forbids everything but its own script
 * and style, so inline handlers and `style` attributes have no effect.
 */
export function* page({ title, styles = [], scripts = [], body }: Shell): Generator<string> {
  const style = ['shell.css', ...styles].map(beside).join('\n')
  const script = scripts.length ? `'use strict';\n${scripts.map(beside).join('\n')}` : ''
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${script ? hashOf(script) : "'none'"}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  yield `${markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${inlined(style)}</style>
</head>
<body>
`}`
  for (const piece of body) yield `${piece}`
  yield `${script ? markup`<script>${inlined(script)}</script>\n` : ''}</body>\n</html>\n`
}
