/**
 * Requirements that break together, for the `breaks` of faults: what alike faults break is named here once. A new
 * requirement of such a group is added to its list.
 */

/** The password policy of a reset: broken where a refused password uses up the token, too. */
export const resetPolicy = ['RESET-25', 'RESET-26', 'RESET-27', 'RESET-28', 'RESET-29', 'RESET-67'] as const

/** The own profile as a whole: broken where one of its fields has another form or is missing. */
export const withoutWholeProfile = [
  'ACCESS-41',
  'ADMIN-02',
  'CREATE-27',
  'OBJECT-03',
  'OBJECT-04',
  'PROFILE-01',
  'PROFILE-02',
  'PROFILE-03',
  'RESET-65',
  'TOKEN-13',
  'WHOLE-01',
] as const

/** The younger token of a customer: broken where it ends together with an older one. */
export const withoutYoungerToken = ['EXPIRY-08', 'EXPIRY-12', 'EXPIRY-17', 'EXPIRY-23', 'EXPIRY-27'] as const
