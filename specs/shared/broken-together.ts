/**
 * Groups of requirements that break together, for `breaks` of faults. Add a new requirement of such a group to its
 * list.
 */

/** The password policy of a reset; also broken if a refused password uses up the token. */
export const resetPolicy = ['RESET-25', 'RESET-26', 'RESET-27', 'RESET-28', 'RESET-29', 'RESET-67'] as const

/** The whole own profile; broken if a field is missing or has another form. */
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

/** The younger token of a customer; broken if it ends together with an older one. */
export const withoutYoungerToken = ['EXPIRY-08', 'EXPIRY-12', 'EXPIRY-17', 'EXPIRY-23', 'EXPIRY-27'] as const
