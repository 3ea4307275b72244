import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { packageFile } from '../../shared/package-file.ts'
import { inlined, type Markup, markup } from './markup.ts'

/** What stands next to this file: a style sheet or a script. */
const beside = (name: string) => readFileSync(packageFile(`src/report/html/${name}`), 'utf8')

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export interface Shell {
  readonly title: string
  /** The style sheets in this folder besides shell.css, which has the colours, the type and the verdicts. */
  readonly styles?: readonly string[]
  /** The classic scripts in this folder, in order; they share one scope. */
  readonly scripts?: readonly string[]
  /** Everything of the body, in pieces where it may be large. */
  readonly body: Iterable<Markup>
}

/**
 * A whole page in one file that asks no network for anything: its policy lets nothing be loaded, and nothing run or
 * styled but its own script and style. Inline handlers and `style` attributes do nothing in it.
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
