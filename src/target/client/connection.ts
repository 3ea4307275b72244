import http from 'node:http'
import https from 'node:https'
import type { SecureContextOptions } from 'node:tls'
import { HttpProxyAgent, HttpsProxyAgent } from 'hpagent'

/** What a connection to the target needs besides its address. */
export interface Connection {
  /** Trusted authorities, and the client certificate. */
  readonly tls?: Pick<SecureContextOptions, 'ca' | 'cert' | 'key' | 'pfx' | 'passphrase'>
  /** URL of the proxy, with credentials if it needs them. */
  readonly proxy?: URL
}

/** Milliseconds after which an idle connection is closed, before a server closes it just as a request uses it. */
const longestIdle = 4000

/**
 * Returns the agent that opens connections to a target and keeps them alive.
 * @param concurrency maximum number of connections
 */
export function openConnection(baseUrl: string, concurrency: number, { tls, proxy }: Connection = {}): http.Agent {
  const options = { keepAlive: true, maxSockets: concurrency, timeout: longestIdle, ...tls }
  const secure = baseUrl.startsWith('https:')
  if (!proxy) return secure ? new https.Agent(options) : new http.Agent(options)
  const tunnel = { ...options, proxy, proxyRequestOptions: tls?.ca ? { ca: [tls.ca].flat().map(String) } : {} }
  return secure ? new HttpsProxyAgent(tunnel) : new HttpProxyAgent(tunnel)
}

/** Returns why a connection broke, and what to do if that is known. */
export function whatBroke(error: Error & { code?: string }, { proxy, tls }: Connection = {}): string {
  // Remove the references to OpenSSL source lines around the message.
  const plain = error.message.replace(/^.*:SSL routines:[^:]*:([^:]+):.*$/s, '$1').trim()
  const said = error.code && !plain.includes(error.code) ? `${plain} (${error.code})` : plain
  const closed = (tls?.cert || tls?.pfx) && error.code === 'ECONNRESET' ? perhapsUnknown : undefined
  const remedy = remedies.find(([code]) => code.test(`${error.code} ${error.message}`))?.[1] ?? closed
  return `${said}${proxy ? `, through the proxy ${proxy.host}` : ''}${remedy ? `: ${remedy}` : ''}`
}

const perhapsUnknown = 'a shop that does not know the client certificate shown (MAGENTO_CLIENT_CERT) may close so'

const remedies: [RegExp, string][] = [
  [
    /UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT/,
    'the certificate comes from an authority that this machine does not know; set MAGENTO_CA to its certificate (PEM)',
  ],
  [/CERT_HAS_EXPIRED/, 'the certificate has expired; renew it'],
  [/CERT_NOT_YET_VALID/, 'the certificate is not valid yet; compare the clocks'],
  [/ERR_TLS_CERT_ALTNAME_INVALID/, 'the certificate is for another name; ask the host by the name it is made for'],
  [
    /CERTIFICATE_REQUIRED|ALERT_HANDSHAKE_FAILURE|BAD_CERTIFICATE|ALERT_UNKNOWN_CA/i,
    'the shop wants a client certificate that it knows; set MAGENTO_CLIENT_CERT and MAGENTO_CLIENT_KEY',
  ],
  [/wrong.version.number|packet.length.too.long/i, 'there is no TLS at this port; is it http?'],
  [
    /Bad response: 407/,
    'the proxy wants a user name and a password; write them into its URL (http://user:password@proxy:3128)',
  ],
  [/Bad response: \d/, 'the proxy refuses the way to the shop'],
]
