/**
 * What profile shape sends where an answer depends on more than the form of the request: a mock without state can tell
 * these values from any other. Nobody has them.
 */
export const wrongPassword = 'Wrong-Password-1'

/** Of the form of a token that a mail carries. */
export const unknownResetToken = 'ThisTokenWasNeverIssuedByAnyShop'
