import type { Shop } from '../../src/judge/requirement.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import type { Stage } from '../../src/perform/stage.ts'

/** Passwords that the shop's policy refuses, each for one reason only. */
export function weakPasswords({ probe, secret }: Pick<Stage, 'probe' | 'secret'>) {
  const least = Math.max(1, probe('minimum password length', 8))
  const strong = () => strongPassword().padEnd(least, 'x')
  const tooShort = secret(strong().slice(0, least - 1))
  // A shop that takes letters alone must not be given some: what follows rests on the refusal.
  const classesCount = probe('required character classes', 3) > 1
  return {
    tooShort,
    tooFewClasses: classesCount ? secret(randomLetters(Math.max(20, least))) : tooShort,
    blankAtTheEnd: secret(`${strong()} `),
    tooLong: secret(strongPassword() + randomLetters(237)),
  }
}

/** How many characters the shop asks for. */
export const leastLength = (shop: Shop): number => shop.probe('minimum password length', 8)

/** How many classes of characters the shop asks for. @throws Undecided when it takes letters alone */
export function leastClasses(shop: Shop): number {
  const classes = shop.probe('required character classes', 3)
  return classes > 1 ? classes : inapplicable('the shop takes passwords of one class of characters')
}
