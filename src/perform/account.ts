import { randomBytes, randomInt } from 'node:crypto'

export interface Account {
  readonly email: string
  readonly password: string
  readonly firstname: string
  readonly lastname: string
}

/** The names in the tutorial's example. */
export const names = { firstname: 'Jane', lastname: 'Doe' } as const

/** An account that exists in the shop. */
export interface Customer extends Account {
  readonly id: number
  readonly websiteId: number
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Returns random letters, for values that must not repeat between runs. */
export function randomLetters(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** Returns a password that any sensible policy accepts: all four character classes, 32 characters. */
export function strongPassword(): string {
  return `Aa1!${randomLetters(20)}${randomLetters(6).toUpperCase()}${randomInt(10, 100)}`
}

/** Creates the mark of a run, which all its e-mail addresses contain and no others. */
export const newMark = (): string => `contract-${randomBytes(5).toString('hex')}-`

/** Returns the mark of the run in an address, in lower case; undefined for any other address. */
export function markOf(email: string): string | undefined {
  return /contract-[0-9a-f]{10}-/i.exec(email)?.[0].toLowerCase()
}

/**
 * Returns a function that creates unique e-mail addresses, so that locks and duplicates do not affect other scenarios
 * or runs.
 * @param mark of the run
 * @param domain the part after the @
 */
export function addressMaker(mark: string, domain: string): () => string {
  let count = 0
  return () => `${mark}${++count}@${domain}`
}
