/** Control characters and text-direction marks, with which a hostile response could control a terminal or a parser. */
const unsafe = /[\p{Cc}\p{Cf}]/gu
const harmless = new Set(['\t', '\n', '\u200d'])

/** Returns a text with invisible characters as escapes such as `\u001b`, the same lines, and no commands for a CI. */
export function visible(text: string): string {
  return text
    .replace(unsafe, (character) => (harmless.has(character) ? character : spelled(character)))
    .replace(commandAtStart, (_, space: string) => `${space}${spelled(':')}`)
    .replace(commandAnywhere, `#${spelled('#')}`)
}

/**
 * CI commands in output: GitHub's `::name::` at the start of a line, with or without spaces before; anywhere in a line
 * GitHub's `##[name]`, and `##vso[…]` and `##teamcity[…]` of others.
 */
const commandAtStart = /(?<=^|\n)([^\S\n]*):(?=:)/g
const commandAnywhere = /##(?=(vso|teamcity)?\[)/g

const spelled = (character: string) => `\\u${hexOf(character.codePointAt(0) as number)}`

/** Like `visible`; also replaces characters that XML 1.0 does not allow: lone surrogates and non-characters. */
export function xmlText(text: string): string {
  return visible(text.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd'))
}

/**
 * Returns an equivalent JSON text that is safe to print: what `visible` replaces is written as a JSON escape, so that
 * parsing gives the same value.
 */
export function safeJson(json: string): string {
  return json
    .replace(/[\u007f-\u009f\p{Cf}]/gu, (character) => units(character).join(''))
    .replace(commandAnywhere, `#${spelled('#')}`)
}

/** Returns each UTF-16 code unit as an escape, as JSON requires for characters beyond the BMP. */
const units = (character: string) => character.split('').map((unit) => `\\u${hexOf(unit.charCodeAt(0))}`)
const hexOf = (code: number) => code.toString(16).padStart(4, '0')

/** Turns a sentence into a clause after a colon: lower-case first letter, no full stop. */
export const asClause = (sentence: string): string =>
  sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
