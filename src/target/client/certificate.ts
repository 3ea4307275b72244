import tls, { type PeerCertificate } from 'node:tls'
import type { Connection } from './connection.ts'

export interface ShownCertificate {
  readonly issuer: string
  readonly subject: string
  /** The names it is for, as the certificate lists them. */
  readonly names: readonly string[]
  readonly validTo: Date
  /** Why it is not trusted; undefined when it is. */
  readonly problem: string | undefined
}

/**
 * The certificate that a server shows, trusted or not. Nothing is sent to it.
 * @param timeout milliseconds
 * @param own authorities to trust and the certificate to show, besides the usual
 * @throws Error when there is no TLS to be had
 */
export function certificateOf(url: URL, timeout: number, own: Connection['tls'] = {}): Promise<ShownCertificate> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    // Looked at, not trusted: whoever is not authorized is sent nothing.
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

/** Older typings know an Error, Node gives a code. */
const reasonOf = (reason: Error | string | undefined) =>
  reason instanceof Error ? reason.message : String(reason ?? 'unknown')
