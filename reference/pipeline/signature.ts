import { createHmac } from 'node:crypto'
import { decode } from './query.ts'

/** Percent-encoding of RFC 5849, 3.6. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * Returns the expected OAuth 1.0a signature of a request as Magento computes it: of repeated query parameters only the
 * last counts, and those without an equals sign are ignored.
 * @param url absolute, as the shop sees it
 * @param given the parameters of the header
 */
export function signatureOf(
  method: string,
  url: string,
  given: Readonly<Record<string, string>>,
  consumerSecret: string,
  tokenSecret: string,
): string {
  const [address = '', query = ''] = url.split('?')
  const pairs = query.split('&').map((pair) => pair.split('='))
  const parameters = new Map([
    ...Object.entries(given).filter(([name]) => name !== 'oauth_signature'),
    ...pairs
      .filter(({ length }) => length === 2)
      .map(([name, value]) => [decode(name ?? ''), decode(value ?? '')] as const),
  ])
  const normalised = [...parameters]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const hash = given.oauth_signature_method === 'HMAC-SHA1' ? 'sha1' : 'sha256'
  const text = [method.toUpperCase(), encode(address), encode(normalised)].join('&')
  return createHmac(hash, `${encode(consumerSecret)}&${encode(tokenSecret)}`)
    .update(text)
    .digest('base64')
}
