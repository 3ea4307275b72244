import type picocolors from 'picocolors'
import type { Verdict } from '../judge/verdict.ts'
import { visible } from '../shared/text.ts'

export type Colours = ReturnType<typeof picocolors.createColors>

/** Sign and colour of each verdict. */
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

/** Returns a shell request as a row; the lines of a script are below its name. */
export function requestRow(text: string | undefined, indent = '  '): string[] {
  if (!text) return []
  const [first = '', ...more] = visible(text).split('\n')
  return [`${indent}${'request'.padEnd(9)} ${first}`, ...more.map((line) => `${indent}  ${line}`)]
}

/** Returns a named row; none if the text is empty. */
export const row = (name: string, text: string | undefined): string[] =>
  text ? [`  ${name.padEnd(9)} ${visible(text)}`] : []
