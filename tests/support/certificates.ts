import { generateKeyPairSync } from 'node:crypto'
import forge from 'node-forge'

export interface Certified {
  /** PEM. */
  readonly certificate: string
  /** PEM. */
  readonly key: string
}

interface Wanted {
  /** Host names and addresses, or the name of a person or an authority. */
  readonly names: readonly string[]
  readonly authority?: boolean
  /** Days from now, negative for the past. */
  readonly from?: number
  readonly until?: number
}

let serial = 0

/** Creates a certificate, self-signed or signed by an authority. */
export function certify({ names, authority = false, from = -1, until = 1 }: Wanted, by?: Certified): Certified {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const certificate = forge.pki.createCertificate()
  const subject = [{ name: 'commonName', value: names[0] }]
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey)
  certificate.serialNumber = `0${++serial}`.padStart(4, '0')
  certificate.validity.notBefore = inDays(from)
  certificate.validity.notAfter = inDays(until)
  certificate.setSubject(subject)
  certificate.setIssuer(by ? forge.pki.certificateFromPem(by.certificate).subject.attributes : subject)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: authority, critical: true },
    ...(authority
      ? [{ name: 'keyUsage', keyCertSign: true, cRLSign: true }]
      : [{ name: 'subjectAltName', altNames: names.map(alternative) }]),
  ])
  certificate.sign(forge.pki.privateKeyFromPem(by?.key ?? pair.privateKey), forge.md.sha256.create())
  return { certificate: forge.pki.certificateToPem(certificate), key: pair.privateKey }
}

/** Certificate and key in one file of PKCS #12. */
export function pkcs12({ certificate, key }: Certified, passphrase: string): Buffer {
  const asn1 = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(key),
    [forge.pki.certificateFromPem(certificate)],
    passphrase,
    { algorithm: 'aes256' },
  )
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary')
}

/** The key in PEM, encrypted. */
export function encrypted({ key }: Certified, passphrase: string): string {
  return forge.pki.encryptRsaPrivateKey(forge.pki.privateKeyFromPem(key), passphrase, { algorithm: 'aes256' })
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

const alternative = (name: string) => (/^[\d.]+$/.test(name) ? { type: 7, ip: name } : { type: 2, value: name })
