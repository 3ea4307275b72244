import tls, { type PeerCertificate } from 'node:tls'
import type { Connection } from './connection.ts'

export interface ShownCertificate {
  readonly issuer: string
  readonly subject: string
  /** The names in the certificate. */
  readonly names: readonly string[]
  readonly validTo: Date
  /** Why it is not trusted; undefined if it is. */
  readonly problem: string | undefined
}

/**
 * Returns the certificate of a server, trusted or not. Sends no request.
 * @param timeout milliseconds
 * @param own additional authorities to trust, and the client certificate
 * @throws Error if no TLS connection can be established
 */
export function certificateOf(url: URL, timeout: number, own: Connection['tls'] = {}): Promise<ShownCertificate> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    // Unauthorized certificates are accepted, because nothing is sent.
    const options = { ...own, host, port: Number(url.port || 443), rejectUnauthorized: false, timeout }
    const socket = tls.connect({
      ...options,
      ...(/[a-z]/i.test(host) && !host.includes(':') ? { servername: host } : {}),
    })
    socket.once('secureConnect', () => {
      const shown = socket.getPeerCertificate()
      const problem = socket.authorized ? undefined : reasonOf(socket.authorizationError)
      socket.destroy()
      resolve(described(shown, problem))
    })
    socket.once('timeout', () => socket.destroy(new Error(`no TLS handshake in ${timeout / 1000} s`)))
    socket.once('error', reject)
  })
}

function described(shown: PeerCertificate, problem: string | undefined): ShownCertificate {
  const names = (shown.subjectaltname ?? '').split(', ').map((name) => name.replace(/^(DNS|IP Address):/, ''))
  return {
    issuer: nameOf(shown.issuer),
    subject: nameOf(shown.subject),
    names: names.filter(Boolean),
    validTo: new Date(shown.valid_to),
    problem,
  }
}

const nameOf = (holder: PeerCertificate['subject'] | undefined) =>
  [holder?.O ?? holder?.CN ?? 'nobody'].flat().join(', ')

/** A string in Node; an Error in older type definitions. */
const reasonOf = (reason: Error | string | undefined) =>
  reason instanceof Error ? reason.message : String(reason ?? 'unknown')
