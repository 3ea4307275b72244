import { setUpSentence } from '../recording/set-up-sentences.ts'
import type { Client } from './client/client.ts'
import { get } from './client/request.ts'
import { askUnrecorded } from './client/unrecorded.ts'

/** Complete but invalid: Magento answers it with 400, and a request without the header with 401. */
const wrongSignature = `OAuth ${Object.entries({
  oauth_consumer_key: 'contract',
  oauth_nonce: 'contract',
  oauth_signature: 'contract',
  oauth_signature_method: 'HMAC-SHA256',
  oauth_timestamp: '1',
  oauth_token: 'contract',
  oauth_version: '1.0',
})
  .map(([name, value]) => `${name}="${value}"`)
  .join(', ')}`

/**
 * True if the header Authorization is lost on its way to Magento: an invalid one that every release refuses with its
 * own message is answered as if it were missing. A mock without OAuth answers the same. Creates nothing.
 * @throws NoAnswer
 */
export async function losesAuthorization(client: Client): Promise<boolean> {
  const me = get('/V1/customers/me')
  const without = await askUnrecorded(client, me)
  if (without.status !== 401) return false
  const signed = await askUnrecorded(client, { ...me, headers: { authorization: wrongSignature } })
  return signed.status === 401 && String(signed.at('/message').value) === String(without.at('/message').value)
}

/** What it means if the header Authorization is lost, and how to fix it. */
export const lostAuthorization = {
  sentence: setUpSentence('headerLost'),
  next: 'Let the web server pass it on: in Apache with PHP-FPM or CGI, add "CGIPassAuth On" or SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1; in a proxy or CDN, forward the header Authorization.',
} as const
