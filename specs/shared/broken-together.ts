/**
 * Requirements that break together, for the `breaks` of faults: what alike faults break is named here once. A new
 * requirement of such a group is added to its list.
 */

/** What a customer sees after a login to the storefront: broken where a login is impossible. */
export const withoutStorefrontLogin = [
  'STORE-03',
  'STORE-08',
  'STORE-09',
  'STORE-10',
  'STORE-11',
  'STORE-12',
  'STORE-13',
  'STORE-14',
  'STORE-15',
  'STORE-20',
  'STORE-21',
  'STORE-22',
  'STORE-23',
  'STORE-24',
  'STORE-31',
  'STORE-32',
  'STORE-40',
  'STORE-41',
] as const

/** The password policy of a reset: broken where a refused password uses up the token, too. */
export const resetPolicy = ['RESET-25', 'RESET-26', 'RESET-27', 'RESET-28', 'RESET-29', 'RESET-67'] as const

/** A reset with the token of a mail: broken where the token of a link is not valid. */
export const withInvalidLink = [
  'RESET-21',
  ...resetPolicy,
  'RESET-31',
  'RESET-34',
  'RESET-37',
  'RESET-41',
  'RESET-43',
  'RESET-59',
  'MAIL-05',
  'MAIL-08',
] as const

/** The same where only the link of a welcome mail is not valid. */
export const withInvalidWelcomeLink = [...withInvalidLink, 'RESET-44', 'RESET-45'] as const

/** A password that was changed: broken where the new one does not log in. */
export const withoutChangedPassword = [
  'CHANGE-01',
  'CHANGE-02',
  'CHANGE-04',
  'CHANGE-13',
  'CHANGE-14',
  'CHANGE-15',
  'CHANGE-16',
  'CHANGE-17',
] as const

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
