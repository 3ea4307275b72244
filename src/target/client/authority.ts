/** In whose name a request is made, where a token's text alone is not enough: the client turns it into the header. */
export interface Authority {
  /** `bearer`: a token that every route heeds; `signature`: one a request (OAuth 1.0a), which anonymous routes ignore. */
  readonly kind: 'bearer' | 'signature'
  /**
   * The value of the Authorization header.
   * @param url absolute, with its query
   */
  authorization(method: string, url: string): string
  /**
   * Told that a request was answered with 401.
   * @param refused the Authorization header it was sent with
   * @returns whether it is worth asking once more, because the header is another now
   */
  renew(refused: string): Promise<boolean>
}
