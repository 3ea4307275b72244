import { writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import forge from 'node-forge'
import { newFolder } from './command.ts'

/** An HTTPS server of this machine whose self-signed certificate is for another name. */
export async function certificateFor(name: string) {
  const { privateKey, publicKey } = forge.pki.rsa.generateKeyPair(2048)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  certificate.serialNumber = '01'
  const day = 24 * 3600 * 1000
  certificate.validity.notBefore = new Date(Date.now() - day)
  certificate.validity.notAfter = new Date(Date.now() + day)
  const subject = [{ name: 'commonName', value: name }]
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
  ])
  certificate.sign(privateKey, forge.md.sha256.create())
  const cert = forge.pki.certificateToPem(certificate)
  const server = createServer({ key: forge.pki.privateKeyToPem(privateKey), cert }, (_, response) =>
    response.end('true'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const file = join(newFolder(), 'certificate.pem')
  writeFileSync(file, cert)
  return { server, url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, file }
}
