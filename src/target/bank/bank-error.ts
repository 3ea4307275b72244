/** The bank cannot be used: its file is no bank, stays as it is, or cannot be read or written. */
export class BankError extends Error {
  override name = 'BankError'
}
