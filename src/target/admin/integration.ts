import { createHmac } from 'node:crypto'
import OAuth from 'oauth-1.0a'
import type { Exchange } from '../../recording/exchange.ts'
import type { Redactor } from '../../recording/redact.ts'
import type { Authority } from '../client/authority.ts'
import type { Client } from '../client/client.ts'
import { askUnrecorded } from '../client/unrecorded.ts'
import { skewIn } from '../clock/skew.ts'
import { isBasicWall } from '../door.ts'
import { TargetError } from '../target.ts'
import { inWords, lacksPermission, readCustomers, saidBy } from './refusal.ts'

/** The credentials of an integration. */
export interface Integration {
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly accessToken: string
  readonly accessTokenSecret: string
}

export type SignatureMethod = 'HMAC-SHA256' | 'HMAC-SHA1'

/**
 * Signs requests for an integration, after testing it on a read-only route.
 * @param methods signature methods to try, in this order; Magento counts no failures for refused signatures
 * @throws TargetError if the shop refuses all, with what to do
 */
export async function integrate(
  integration: Integration,
  methods: readonly SignatureMethod[],
  client: Client,
  redactor: Redactor,
): Promise<Authority> {
  for (const value of Object.values(integration)) redactor.learn(value)
  let refused: Exchange | undefined
  for (const method of methods) {
    const authority = signing(integration, method, redactor)
    const answer = await askUnrecorded(client, readCustomers(authority))
    if (answer.status === 200) return authority
    // Report the refusal of the first method. Try the next only if the message is about the signature.
    refused ??= answer
    if (!/signature/i.test(String(answer.at('/message').value))) break
  }
  throw new TargetError(
    `the shop refuses the integration (${saidBy(refused as Exchange, redactor)} on GET /V1/customers/search): ${advice(refused as Exchange)}`,
  )
}

/** Signs each request by OAuth 1.0a with a new nonce, so that no request can be replayed. */
export function signing(integration: Integration, method: SignatureMethod, redactor: Redactor): Authority {
  const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = integration
  const hash = method === 'HMAC-SHA256' ? 'sha256' : 'sha1'
  const oauth = new OAuth({
    consumer: { key: consumerKey, secret: consumerSecret },
    signature_method: method,
    hash_function: (text, key) => createHmac(hash, key).update(text).digest('base64'),
  })
  return {
    kind: 'signature',
    authorization(httpMethod, url) {
      const { origin, pathname, searchParams } = new URL(url)
      // Parameters are decoded as PHP does; the library decodes them differently.
      const request = { method: httpMethod, url: origin + pathname, data: Object.fromEntries(searchParams) }
      const signed = oauth.authorize(request, { key: accessToken, secret: accessTokenSecret })
      redactor.learn(signed.oauth_signature)
      return oauth.toHeader(signed).Authorization
    },
    renew: async () => false,
  }
}

function advice(answer: Exchange): string {
  if (isBasicWall(answer)) return 'the basic authentication in front of the shop lets no signed request through'
  if (lacksPermission(answer))
    return 'it is not active, or lacks the resource Magento_Customer::customer (System › Integrations › API)'
  const said = String(answer.at('/message').value)
  return reasons.find(([text]) => text.test(said))?.[1](answer) ?? 'it is no shop that takes signed requests'
}

const reasons: [RegExp, (answer: Exchange) => string][] = [
  [/signature method/i, () => 'the shop takes no signatures by HMAC-SHA256, which every Magento from 2.3 on does'],
  [
    /signature/i,
    () =>
      'the signature does not fit. Check MAGENTO_INTEGRATION_CONSUMER_SECRET and MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET, and that the shop sees the URL as it is asked: behind a proxy that ends TLS it may think that it is http, or another host',
  ],
  [
    /timestamp/i,
    (answer) => `the time of the request is refused; ${inWords(skewIn(answer))}, and ten minutes ahead are too many`,
  ],
  [/nonce/i, () => 'the request was sent twice on its way: something in front of the shop repeats requests'],
  [/consumer/i, () => 'it knows no such consumer: check MAGENTO_INTEGRATION_CONSUMER_KEY'],
  [
    /token/i,
    () =>
      'it knows no such access token: check MAGENTO_INTEGRATION_ACCESS_TOKEN, and that the integration is active and was not authorised anew',
  ],
]
