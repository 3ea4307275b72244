import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext, rootCertificates } from 'node:tls'
import { fileProblem } from '../shared/file-problem.ts'
import type { Connection } from './client/connection.ts'
import { type SettingName, type Settings, UsageError } from './settings.ts'

const isPem = (bytes: Buffer) => bytes.includes('-----BEGIN ')

/**
 * Reads the certificates for the connection to the shop: the client certificate, and an additional trusted authority.
 * @throws UsageError for a file that is missing, is invalid, or does not open with the passphrase
 */
export function certificates(settings: Settings): Connection['tls'] {
  const tls = { ...clientCertificate(settings), ...authority(settings) }
  return Object.keys(tls).length ? tls : undefined
}

function clientCertificate(settings: Settings): Connection['tls'] {
  const certificate = read(settings, 'MAGENTO_CLIENT_CERT')
  const key = read(settings, 'MAGENTO_CLIENT_KEY')
  const phrase = settings.get('MAGENTO_CLIENT_PASSPHRASE')
  const passphrase = phrase === undefined ? {} : { passphrase: phrase }
  if (!certificate) {
    if (key) throw new UsageError('MAGENTO_CLIENT_KEY is set without MAGENTO_CLIENT_CERT')
    if (phrase !== undefined) throw new UsageError('MAGENTO_CLIENT_PASSPHRASE is set without MAGENTO_CLIENT_CERT')
    return undefined
  }
  if (!isPem(certificate)) return checked({ pfx: certificate, ...passphrase }, 'MAGENTO_CLIENT_CERT')
  const own = key ?? (certificate.includes('PRIVATE KEY-----') ? certificate : undefined)
  if (!own)
    throw new UsageError('MAGENTO_CLIENT_CERT holds no private key: set MAGENTO_CLIENT_KEY to the file that does (PEM)')
  return checked({ cert: certificate, key: own, ...passphrase }, key ? 'MAGENTO_CLIENT_KEY' : 'MAGENTO_CLIENT_CERT')
}

/** Node's option `ca` replaces the default authorities, so they are added. */
function authority(settings: Settings): Connection['tls'] {
  const ca = read(settings, 'MAGENTO_CA')
  if (!ca) return undefined
  if (!isPem(ca)) throw new UsageError(`MAGENTO_CA is "${settings.get('MAGENTO_CA')}": it must be a certificate in PEM`)
  try {
    for (const [certificate] of ca.toString().matchAll(/-----BEGIN [\s\S]*?(-----END [^-]*-----|$)/g))
      new X509Certificate(certificate)
  } catch (error) {
    throw new UsageError(`MAGENTO_CA cannot be used: ${(error as Error).message}`)
  }
  return { ca: [...rootCertificates, ca.toString()] }
}

function read(settings: Settings, name: SettingName): Buffer | undefined {
  const path = settings.get(name)
  if (path === undefined) return undefined
  try {
    return readFileSync(path)
  } catch (error) {
    throw new UsageError(`${name} is "${path}", which cannot be read: ${fileProblem(error)}`)
  }
}

/** Loads them once, to report errors before any request. */
function checked(tls: NonNullable<Connection['tls']>, name: SettingName): Connection['tls'] {
  try {
    createSecureContext(tls)
    return tls
  } catch (error) {
    const { message } = error as Error
    throw new UsageError(`${name} cannot be used: ${problems.find(([text]) => text.test(message))?.[1] ?? message}`)
  }
}

const problems: [RegExp, string][] = [
  [
    /mac verify failure|bad decrypt|bad password|interrupted or cancelled/i,
    'MAGENTO_CLIENT_PASSPHRASE does not open it',
  ],
  [/key values mismatch/i, 'the key does not belong to the certificate in MAGENTO_CLIENT_CERT'],
  [/unsupported/i, 'it is encrypted in a way that OpenSSL 3 no longer reads: export it anew'],
  [/no start line|not enough data|wrong tag|asn1|header too long/i, 'it holds neither PEM nor PKCS #12'],
]
