import type { Circumstance } from '../../src/judge/requirement.ts'

/** A shop that does not allow the country of an address drops or refuses that address. */
export const without = (country: 'US' | 'GB' | 'DE'): Circumstance => ({
  probe: `country ${country}`,
  is: false,
  why: `the shop does not allow the country ${country} or numbers its regions otherwise, and the address of this question lies there`,
})
