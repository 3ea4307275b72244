import { type Ask, type AskOptions, post } from '../../src/target/client/request.ts'

const path = '/V1/customers/isEmailAvailable'

/** A request that needs no account: every release returns `true` for an e-mail that no account has. */
export const isAvailable = (email: string, options: AskOptions = {}): Ask =>
  post(path, { customerEmail: email }, options)

/** The same request with any body, as JSON. */
export const isAvailableWith = (body: Record<string, unknown>, query = ''): Ask => post(`${path}${query}`, body)

/** The same request with the exact bytes of the body. */
export const isAvailableRaw = (body: string | Buffer, contentType: string | undefined): Ask =>
  post(path, undefined, { body, ...(contentType === undefined ? {} : { headers: { 'content-type': contentType } }) })
