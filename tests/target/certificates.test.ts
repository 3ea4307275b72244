import { writeFileSync } from 'node:fs'
import type { ServerOptions } from 'node:https'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { UsageError } from '../../src/target/settings.ts'
import { certify, encrypted, pkcs12 } from '../support/certificates.ts'
import { newFolder } from '../support/command.ts'
import { passOn } from '../support/in-front.ts'
import { open, refusalToOpen } from '../support/open.ts'
import { type Served, serve } from '../support/serve.ts'

const folder = newFolder()
const authority = certify({ names: ['Contract Test Authority'], authority: true })
const stranger = certify({ names: ['Another Authority'], authority: true })
const good = certify({ names: ['127.0.0.1', 'localhost'] }, authority)
const client = certify({ names: ['the suite'] }, authority)
const passphrase = 'a-long-passphrase'

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const ca = file('ca.pem', authority.certificate)
const clientCertificate = file('client.pem', client.certificate)
const clientKey = file('client.key', client.key)

let shop: Reference
let front: Served | undefined
beforeAll(async () => {
  shop = await startReference()
})
afterAll(() => shop.close())
afterEach(async () => {
  await front?.close()
  front = undefined
})

async function behind(options: ServerOptions): Promise<{ MAGENTO_BASE_URL: string; MAGENTO_RELEASE: string }> {
  front = await serve(passOn(shop.url), options)
  return { MAGENTO_BASE_URL: front.url, MAGENTO_RELEASE: '2.4.8-p1' }
}

const server = { cert: good.certificate, key: good.key }
const guarded = { ...server, ca: authority.certificate, requestCert: true, rejectUnauthorized: true }

test('a private authority is trusted if it is set, and reported if not', async () => {
  const target = await behind(server)
  expect((await refusalToOpen(target)).message).toMatch(/cannot be reached: .*set MAGENTO_CA to its certificate/)
  const opened = await open({ ...target, MAGENTO_CA: ca })
  expect(opened.target.release.name).toBe('2.4.8-p1')
  await opened.target.close()
})

test.each([
  ['for another name', certify({ names: ['shop.test'] }, authority), /certificate is for another name/],
  ['that has expired', certify({ names: ['127.0.0.1'], from: -9, until: -2 }, authority), /certificate has expired/],
  ['that is not valid yet', certify({ names: ['127.0.0.1'], from: 2, until: 9 }, authority), /compare the clocks/],
  ['of another authority', certify({ names: ['127.0.0.1'] }, stranger), /set MAGENTO_CA/],
  ['that it made itself', certify({ names: ['127.0.0.1'] }), /set MAGENTO_CA/],
])('a certificate %s is refused, and the message says so', async (_, { certificate, key }, message) => {
  const target = await behind({ cert: certificate, key })
  expect((await refusalToOpen({ ...target, MAGENTO_CA: ca })).message).toMatch(message)
})

test('a missing TLS server is reported', async () => {
  const plain = shop.url.replace('http:', 'https:')
  expect((await refusalToOpen({ MAGENTO_BASE_URL: plain })).message).toMatch(/no TLS at this port; is it http\?/)
})

test.each<[string, Record<string, string>]>([
  ['a certificate and a key', { MAGENTO_CLIENT_CERT: clientCertificate, MAGENTO_CLIENT_KEY: clientKey }],
  ['one file of both', { MAGENTO_CLIENT_CERT: file('both.pem', client.certificate + client.key) }],
  [
    'an encrypted key',
    {
      MAGENTO_CLIENT_CERT: clientCertificate,
      MAGENTO_CLIENT_KEY: file('encrypted.key', encrypted(client, passphrase)),
      MAGENTO_CLIENT_PASSPHRASE: passphrase,
    },
  ],
  [
    'PKCS #12',
    { MAGENTO_CLIENT_CERT: file('client.p12', pkcs12(client, passphrase)), MAGENTO_CLIENT_PASSPHRASE: passphrase },
  ],
])('a client certificate opens the shop: %s', async (_, settings) => {
  const opened = await open({ ...(await behind(guarded)), MAGENTO_CA: ca, ...settings })
  await opened.target.close()
})

test('a missing or wrong client certificate is reported', async () => {
  const target = { ...(await behind(guarded)), MAGENTO_CA: ca }
  const other = certify({ names: ['somebody'] }, stranger)
  const strange = {
    MAGENTO_CLIENT_CERT: file('other.pem', other.certificate),
    MAGENTO_CLIENT_KEY: file('other.key', other.key),
  }
  for (const settings of [target, { ...target, ...strange }])
    expect((await refusalToOpen(settings)).message).toMatch(
      /cannot be reached: .*client certificate.*MAGENTO_CLIENT_CERT/,
    )
})

test.each<[string, Record<string, string>, RegExp]>([
  [
    'no such file',
    { MAGENTO_CLIENT_CERT: '/nonexistent.pem' },
    /MAGENTO_CLIENT_CERT is "\/nonexistent.pem", which cannot/,
  ],
  ['a key alone', { MAGENTO_CLIENT_KEY: clientKey }, /MAGENTO_CLIENT_KEY is set without MAGENTO_CLIENT_CERT/],
  ['a certificate alone', { MAGENTO_CLIENT_CERT: clientCertificate }, /holds no private key: set MAGENTO_CLIENT_KEY/],
  [
    'another key',
    { MAGENTO_CLIENT_CERT: clientCertificate, MAGENTO_CLIENT_KEY: file('good.key', good.key) },
    /the key does not belong to the certificate/,
  ],
  [
    'a wrong passphrase of PKCS #12',
    { MAGENTO_CLIENT_CERT: join(folder, 'client.p12'), MAGENTO_CLIENT_PASSPHRASE: 'hunter22' },
    /MAGENTO_CLIENT_PASSPHRASE does not open it/,
  ],
  [
    'a wrong passphrase of a key',
    {
      MAGENTO_CLIENT_CERT: clientCertificate,
      MAGENTO_CLIENT_KEY: join(folder, 'encrypted.key'),
      MAGENTO_CLIENT_PASSPHRASE: 'hunter22',
    },
    /MAGENTO_CLIENT_PASSPHRASE does not open it/,
  ],
  [
    'no passphrase of a key',
    { MAGENTO_CLIENT_CERT: clientCertificate, MAGENTO_CLIENT_KEY: join(folder, 'encrypted.key') },
    /MAGENTO_CLIENT_PASSPHRASE does not open it/,
  ],
  ['a certificate that is none', { MAGENTO_CLIENT_CERT: file('no.p12', 'hello') }, /holds neither PEM nor PKCS #12/],
  ['an authority that is none', { MAGENTO_CA: file('no.pem', 'hello') }, /must be a certificate in PEM/],
  [
    'a damaged authority',
    { MAGENTO_CA: file('bad.pem', '-----BEGIN CERTIFICATE-----\nx\n') },
    /MAGENTO_CA cannot be used/,
  ],
])('%s is a mistake, told before anything is asked', async (_, settings, message) => {
  const error = await refusalToOpen({ MAGENTO_BASE_URL: 'https://127.0.0.1:1', ...settings })
  expect(error.message).toMatch(message)
  expect(error.message).not.toContain('hunter22')
  expect(error).toBeInstanceOf(UsageError)
})
