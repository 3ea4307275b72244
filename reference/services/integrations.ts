import { randomBytes } from 'node:crypto'
import { seconds } from '../clock.ts'
import { bad, refusalOf, required, unauthorized } from '../errors.ts'
import { signatureOf } from '../pipeline/signature.ts'
import type { Integration, User } from '../store.ts'
import type { Call, Shop } from '../types.ts'

const mandatory = [
  'oauth_consumer_key',
  'oauth_signature',
  'oauth_signature_method',
  'oauth_nonce',
  'oauth_timestamp',
  'oauth_token',
] as const

type Signed = Record<(typeof mandatory)[number], string>

const keyLength = 32
/** Maximum seconds that a request's timestamp may be ahead of the shop. */
const ahead = 600

/** Integrations: by OAuth 1.0a (framework/Oauth/Oauth.php), or by their access token alone if that is allowed. */
export function integrationServices(shop: Shop) {
  return {
    /** Creates an active integration, by default with all permissions. */
    addIntegration(resources: Integration['resources'] = 'all'): Integration {
      const key = () => randomBytes(keyLength / 2).toString('hex')
      const id = shop.store.integrations.length + 1
      const integration = {
        id,
        consumerKey: key(),
        consumerSecret: key(),
        accessToken: key(),
        accessTokenSecret: key(),
        resources,
      }
      shop.store.integrations.push(integration)
      return integration
    },

    integrationByToken(text: string): User | undefined {
      const refused = shop.rules.integrationTokenNeedsSetting && !shop.services.integrationsAreBearers()
      const found = shop.store.integrations.find(({ accessToken }) => accessToken === text)
      return found && !refused ? { type: 'integration', id: found.id } : undefined
    },

    integrationsAreBearers: () => shop.settings.get('oauth/consumer/enable_integration_as_bearer') === '1',

    integrationMay(id: number, resource: string): boolean {
      const integration = shop.store.integrations.find((known) => known.id === id)
      return integration?.resources === 'all' || (integration?.resources.includes(resource) ?? false)
    },

    /**
     * Returns the integration that signed the call; a header that is no OAuth header counts as none.
     * @throws Refusal
     */
    signedUser(call: Call): User | undefined {
      const signed = parametersOf(call.headers.authorization ?? '')
      if (!signed) return undefined
      checkForm(shop, signed)
      const integration = shop.store.integrations.find(({ consumerKey }) => consumerKey === signed.oauth_consumer_key)
      if (signed.oauth_consumer_key.length !== keyLength) throw unauthorized('Consumer key is not the correct length')
      if (!integration) throw unauthorized('A consumer having the specified key does not exist')
      checkNonce(shop, signed, integration.id)
      if (integration.accessToken !== signed.oauth_token) throw unauthorized('Specified token does not exist')
      const { consumerSecret, accessTokenSecret } = integration
      const [path = '', ...query] = call.url.split('?')
      const seen = [shop.rules.signedPathIsDecoded ? path.replaceAll('%40', '@') : path, ...query].join('?')
      const url = `${new URL(shop.baseUrl).protocol}//${call.headers.host}${seen}`
      if (signatureOf(call.method, url, signed, consumerSecret, accessTokenSecret) !== signed.oauth_signature)
        throw unauthorized('The signature is invalid. Verify and try again.')
      return { type: 'integration', id: integration.id }
    },
  }
}

/** Parses the parameters of an OAuth header; undefined if it is none. */
function parametersOf(header: string): Signed | undefined {
  if (!/^oauth /i.test(header)) return undefined
  const pairs = [...header.slice(6).matchAll(/(oauth_[a-z_]+)="?([^",]*)"?/g)]
  return pairs.length
    ? (Object.fromEntries(pairs.map(([, name, value]) => [name, decodeURIComponent(value as string)])) as Signed)
    : undefined
}

function checkForm(shop: Shop, signed: Signed): void {
  const missing = mandatory.filter((name) => signed[name] === undefined)
  if (missing.length) throw refusalOf(missing.map(required))
  if (signed.oauth_token.length !== keyLength) throw bad('The token length is invalid. Check the length and try again.')
  const method = signed.oauth_signature_method
  if (method !== 'HMAC-SHA256' && !(method === 'HMAC-SHA1' && shop.rules.signsWithSha1))
    throw bad('Signature method %1 is not supported', [method])
}

function checkNonce(
  shop: Shop,
  { oauth_timestamp: timestamp, oauth_nonce: nonce, oauth_consumer_key: key }: Signed,
  id: number,
) {
  const at = Number.parseInt(timestamp, 10) || 0
  if (at <= 0 || at > seconds(shop.clock) + ahead)
    throw bad('Incorrect timestamp value in the oauth_timestamp parameter')
  const used = `${key} ${nonce}`
  if (shop.store.nonces.has(used))
    throw unauthorized('The nonce is already being used by the consumer with ID %1', [id])
  shop.store.nonces.add(used)
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof integrationServices> {}
}
