import { type Ask, type AskOptions, post } from '../../src/target/client/request.ts'

const path = '/V1/customers/isEmailAvailable'

/** A question that needs no account: every release answers `true` for an address that nobody has. */
export const isAvailable = (email: string, options: AskOptions = {}): Ask =>
  post(path, { customerEmail: email }, options)

/** The same question with any body, as JSON. */
export const isAvailableWith = (body: Record<string, unknown>, query = ''): Ask => post(`${path}${query}`, body)

/** The same question with a body of which every byte is given. */
export const isAvailableRaw = (body: string | Buffer, contentType: string | undefined): Ask =>
  post(path, undefined, { body, ...(contentType === undefined ? {} : { headers: { 'content-type': contentType } }) })
