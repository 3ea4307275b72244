/**
 * Values for profile shape if a response depends on more than the form of the request: a mock without state can
 * recognise them. No customer has them.
 */
export const wrongPassword = 'Wrong-Password-1'

/** In the form of a token in a mail. */
export const unknownResetToken = 'ThisTokenWasNeverIssuedByAnyShop'
