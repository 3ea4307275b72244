/** Credentials that are more than a fixed token: the client calls it for the Authorization header of each request. */
export interface Authority {
  /**
   * `bearer`: a token, which every route checks; `signature`: an OAuth 1.0a signature, which anonymous routes ignore.
   */
  readonly kind: 'bearer' | 'signature'
  /**
   * Returns the value of the Authorization header.
   * @param url absolute, with its query
   */
  authorization(method: string, url: string): string
  /**
   * Called when a request was answered with 401.
   * @param refused the Authorization header of that request
   * @returns true if the header is a new one now, so that a retry is useful
   */
  renew(refused: string): Promise<boolean>
}
