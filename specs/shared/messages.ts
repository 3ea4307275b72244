/** Message templates of all releases from 2.3.0 on, with placeholders. */
/** Any label: a shop may name the field otherwise. */
export const invalidEmail = /^".+" is not a valid email address\.$/m

export const signInFailed =
  'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.'
export const severalErrors = 'One or more input exceptions have occurred.'
export const noRoute = 'Request does not match any route.'
export const notProcessed = 'Specified request cannot be processed.'
export const duplicateEmail = 'A customer with the same email address already exists in an associated website.'
export const tokenMismatched = 'The password token is mismatched. Reset and try again.'
export const wrongCurrentPassword = "The password doesn't match this account. Verify the password and try again."
export const unauthorized = "The consumer isn't authorized to access %resources."

/** The error for a missing field. */
export const required = (fieldName: string) => ({
  message: '"%fieldName" is required. Enter and try again.',
  parameters: { fieldName },
})

/** The errors of the password policy. Numbers are the shop's settings, as text if they come from its configuration. */
export const passwordTooShort = (least: number) => ({
  message: 'The password needs at least %1 characters. Create a new password and try again.',
  parameters: [String(least)],
})
export const passwordTooFewClasses = (least: number) => ({
  message:
    'Minimum of different classes of characters in password is %1. Classes of characters: Lower Case, Upper Case, Digits, Special Characters.',
  parameters: [String(least)],
})
export const passwordTooLong = { message: 'Please enter a password with at most %1 characters.', parameters: [256] }
export const passwordHasOuterBlanks = {
  message: "The password can't begin or end with a space. Verify the password and try again.",
}
export const passwordIsEmail = {
  message: "The password can't be the same as the email address. Create a new password and try again.",
}

export const tokenExpired = 'The password token is expired. Reset and try again.'
export const accountActive = 'The account is already active.'
export const confirmationInvalid = 'The confirmation token is invalid. Verify the token and try again.'
export const confirmationNotNeeded = "Confirmation isn't needed."
export const accountNotConfirmed = "This account isn't confirmed. Verify and try again."
export const noSuchEntity = 'No such entity with %fieldName = %fieldValue'
export const noSuchPair = 'No such entity with %fieldName = %fieldValue, %field2Name = %field2Value'
export const invalidValue = 'Invalid value of "%value" provided for the %fieldName field.'

/**
 * The error for a value of a wrong type. It has the values inserted, no parameters, and is preceded by the field names.
 */
export const wrongType = (value: string, expected: string, ...within: string[]) => ({
  message: [
    ...within.map((field) => `Error occurred during "${field}" processing. `),
    `The "${value}" value's type is invalid. The "${expected}" type was expected. Verify and try again.`,
  ].join(''),
})

/** Registration errors; a label in quotes is the shop's own. */
export const emailMissing = 'The customer email is missing. Enter and try again.'
export const emailRequired = 'The email address is required to create a customer account.'
/** From 2.4.9, for addresses: the parameter is the translated label. */
export const requiredByLabel = '"%1" is a required value.'
export const requiredValue = /^".+" is a required value\.$/
export const accountLocked = 'The account is locked.'

/** The error for an unknown property, from 2.4.7 on; its name begins with a capital letter. */
export const unsupported = (fieldName: string) => ({
  message: '"%fieldName" is not supported. Correct the field name and try again.',
  parameters: { fieldName },
})
