import type picocolors from 'picocolors'
import type { Verdict } from '../judge/verdict.ts'
import { visible } from '../shared/text.ts'

export type Colours = ReturnType<typeof picocolors.createColors>

/** The sign and the colour of each verdict. */
export const signs: Record<Verdict, [sign: string, colour: 'green' | 'red' | 'yellow' | 'magenta' | 'dim']> = {
  pass: ['✓', 'green'],
  fail: ['✗', 'red'],
  warn: ['!', 'yellow'],
  advice: ['i', 'dim'],
  blocked: ['⊘', 'magenta'],
  untestable: ['?', 'yellow'],
  inapplicable: ['–', 'dim'],
  error: ['×', 'red'],
}

/** A request for a shell as a row; a script of several lines stands below its name. */
export function requestRow(text: string | undefined, indent = '  '): string[] {
  if (!text) return []
  const [first = '', ...more] = visible(text).split('\n')
  return [`${indent}${'request'.padEnd(9)} ${first}`, ...more.map((line) => `${indent}  ${line}`)]
}

/** A line of a block: what it tells, and the text; none where there is nothing to tell. */
export const row = (name: string, text: string | undefined): string[] =>
  text ? [`  ${name.padEnd(9)} ${visible(text)}`] : []
