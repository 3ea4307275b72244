import { randomBytes, randomInt } from 'node:crypto'

export interface Account {
  readonly email: string
  readonly password: string
  readonly firstname: string
  readonly lastname: string
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Random letters, for values that must not repeat between runs. */
export function randomLetters(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** A password that any sensible policy accepts: all four character classes, 20 characters. */
export function strongPassword(): string {
  return `Aa1!${randomLetters(8)}${randomLetters(6).toUpperCase()}${randomInt(10, 100)}`
}

/**
 * Makes addresses that no other run and no other scenario has, so that locks and duplicates stay its own.
 * @param domain the part behind the @
 */
export function addressMaker(domain: string): () => string {
  const run = randomBytes(5).toString('hex')
  let count = 0
  return () => `contract-${run}-${++count}@${domain}`
}

/** What tells the addresses of one run from those of another; undefined for an address of none. */
export function runOf(address: string): string | undefined {
  return /^contract-([0-9a-f]+)-/.exec(address.toLowerCase())?.[1]
}
