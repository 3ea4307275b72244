import { randomLetters } from '../../src/perform/account.ts'

interface Asked {
  probe(name: string, stock: number): number
}

/** The password policy of a shop. Not every release tells it; what it does not tell is taken as stock. */
export interface Policy {
  readonly length: number
  readonly classes: number
  readonly known: boolean
}

const unknown = -1
const stock = { length: 8, classes: 3 }

/** @param shop the stage of a scenario or the shop of a requirement: both know what was probed */
export function policyOf(shop: Asked): Policy {
  const length = shop.probe('minimum password length', unknown)
  const classes = shop.probe('required character classes', unknown)
  const known = length !== unknown && classes !== unknown
  return known ? { length, classes, known } : { ...stock, known }
}

/** A password of so many characters, of exactly so many of the four classes. */
export function passwordOf(length: number, classes: number): string {
  const one = ['a', '7', '!', 'B'].slice(0, classes).join('')
  return `${one}${randomLetters(Math.max(0, length - one.length))}`.slice(0, Math.max(0, length))
}
