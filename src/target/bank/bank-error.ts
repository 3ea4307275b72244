/** Thrown if the bank cannot be used: its file is not a bank, which stays unchanged, or cannot be read or written. */
export class BankError extends Error {
  override name = 'BankError'
}
