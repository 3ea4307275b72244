/** Message templates as every release from 2.3.0 on sends them, with the placeholders unfilled. */
export const signInFailed =
  'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.'
export const severalErrors = 'One or more input exceptions have occurred.'
export const noRoute = 'Request does not match any route.'
export const notProcessed = 'Specified request cannot be processed.'
export const decodingError = 'Decoding error.'
export const duplicateEmail = 'A customer with the same email address already exists in an associated website.'
export const tokenMismatched = 'The password token is mismatched. Reset and try again.'
export const wrongCurrentPassword = "The password doesn't match this account. Verify the password and try again."
export const unauthorized = "The consumer isn't authorized to access %resources."

/** The refusal of a missing field. */
export const required = (fieldName: string) => ({
  message: '"%fieldName" is required. Enter and try again.',
  parameters: { fieldName },
})
