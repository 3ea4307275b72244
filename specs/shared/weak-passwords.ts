import type { Shop } from '../../src/judge/requirement.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import type { Stage } from '../../src/perform/stage.ts'

/** Returns passwords that the shop's policy refuses, each for a single reason. */
export function weakPasswords({ probe, secret }: Pick<Stage, 'probe' | 'secret'>) {
  const least = Math.max(1, probe('minimum password length', 8))
  const strong = () => strongPassword().padEnd(least, 'x')
  const tooShort = secret(strong().slice(0, least - 1))
  // If the shop accepts passwords of letters only, another weak password is used, because later steps depend on the
  // refusal.
  const classesCount = probe('required character classes', 3) > 1
  return {
    tooShort,
    tooFewClasses: classesCount ? secret(randomLetters(Math.max(32, least))) : tooShort,
    blankAtTheEnd: secret(`${strong()} `),
    tooLong: secret(strongPassword() + randomLetters(225)),
  }
}

/** Returns the minimum password length of the shop. */
export const leastLength = (shop: Shop): number => shop.probe('minimum password length', 8)

/** Returns the required number of character classes. @throws Undecided if the shop requires only one */
export function leastClasses(shop: Shop): number {
  const classes = shop.probe('required character classes', 3)
  return classes > 1 ? classes : inapplicable('the shop accepts passwords of one character class')
}
