import { writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { certify } from './certificates.ts'
import { newFolder } from './command.ts'

/** An HTTPS server of this machine whose self-signed certificate is for another name. */
export async function certificateFor(name: string) {
  const { certificate, key } = certify({ names: [name] })
  const server = createServer({ key, cert: certificate }, (_, response) => response.end('true'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const file = join(newFolder(), 'certificate.pem')
  writeFileSync(file, certificate)
  return { server, url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, file }
}
