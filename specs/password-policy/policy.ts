import { randomLetters } from '../../src/perform/account.ts'

interface Asked {
  probe(name: string, stock: number): number
}

/** The password policy of a shop. Values that a release does not show are assumed to be those of a stock shop. */
export interface Policy {
  readonly length: number
  readonly classes: number
  readonly known: boolean
}

const unknown = -1
const stock = { length: 8, classes: 3 }

/** @param shop the stage of a scenario or the shop of a requirement; both have the probed values */
export function policyOf(shop: Asked): Policy {
  const length = shop.probe('minimum password length', unknown)
  const classes = shop.probe('required character classes', unknown)
  const known = length !== unknown && classes !== unknown
  return known ? { length, classes, known } : { ...stock, known }
}

/** Returns a password with this length and this number of character classes. */
export function passwordOf(length: number, classes: number): string {
  const one = ['a', '7', '!', 'B'].slice(0, classes).join('')
  return `${one}${randomLetters(Math.max(0, length - one.length))}`.slice(0, Math.max(0, length))
}
