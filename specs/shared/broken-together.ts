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

/** An address as it was sent; broken if one of its fields is lost or changed. */
export const addressAsSent = [
  'WHOLE-04',
  'WHOLE-06',
  'CREATE-45',
  'PROFILE-43',
  'PROFILE-46',
  'PROFILE-52',
  'ADMIN-37',
  'ADMIN-39',
] as const

/** The link of a welcome mail; broken if it does not set the password of the mail's recipient. */
export const welcomeLink = [
  'RESET-21',
  'RESET-31',
  'RESET-34',
  'RESET-41',
  'RESET-43',
  'RESET-44',
  'RESET-45',
  'RESET-59',
  'MAIL-05',
] as const

/** Customers in every response that shows them whole; broken if a field is missing or has another form. */
export const wholeCustomers = [
  'CREATE-01',
  'CREATE-06',
  'CREATE-10',
  'CREATE-30',
  'CREATE-39',
  'OBJECT-01',
  'OBJECT-03',
  'VALID-18',
  'WHOLE-01',
  'WHOLE-03',
  'PROFILE-01',
  'PROFILE-03',
  'PROFILE-37',
  'ADMIN-05',
  'ADMIN-14',
  'ADMIN-25',
] as const

/** Updates of the own profile; broken if the usual ones are rejected. */
export const profileUpdates = [
  'BIND-27',
  'PROFILE-02',
  'PROFILE-03',
  'PROFILE-08',
  'PROFILE-09',
  'PROFILE-11',
  'PROFILE-17',
  'PROFILE-54',
  'PROFILE-22',
  'PROFILE-23',
  'PROFILE-25',
  'PROFILE-26',
  'PROFILE-28',
  'PROFILE-29',
  'PROFILE-30',
  'PROFILE-32',
  'PROFILE-33',
  'PROFILE-35',
  'PROFILE-36',
  'PROFILE-45',
  'PROFILE-46',
  'PROFILE-47',
  'PROFILE-49',
] as const
