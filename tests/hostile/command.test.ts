import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { fromHar } from '../../src/recording/har.ts'
import type { Report } from '../../src/report/report.ts'
import { certify } from '../support/certificates.ts'
import { contract, measuredContract, newFolder } from '../support/command.ts'
import { patiently } from '../support/patience.ts'
import { serve } from '../support/serve.ts'
import { answers, noAnswers } from './behaviours.ts'
import { type Behaviour, json, serveRaw } from './raw-server.ts'
import { relayTo } from './relay.ts'

let shop: Reference
beforeAll(async () => {
  shop = await startReference()
})
afterAll(() => shop.close())

/** Runs everything against a shop that responds like this after its fortieth response, when it was probed. */
async function runAgainst(behaviour: Behaviour) {
  const relay = await relayTo(shop.url, (_, count) => (count > 40 ? behaviour : undefined))
  const folder = newFolder()
  try {
    const ended = await measuredContract(['--out', folder], {
      MAGENTO_BASE_URL: relay.url,
      MAGENTO_RELEASE: shop.release,
      MAGENTO_TIMEOUT: patiently(1),
      MAGENTO_CONCURRENCY: '8',
    })
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    const written = read('junit.xml') + read('report.html')
    const report: Report = JSON.parse(read('report.json'))
    return { ended, report, recording: fromHar(JSON.parse(read('recording.har'))), written }
  } finally {
    relay.close()
  }
}

const known = (name: string) => (noAnswers[name] ?? answers[name])?.behaviour as Behaviour
const always =
  (make: () => string): Behaviour =>
  (socket) =>
    void socket.write(make())
const hex = (bytes: number) => randomBytes(bytes).toString('hex')

/** Responses that could exhaust memory or time, or disturb the terminal. */
const floods: Record<string, Behaviour> = {
  'an endless body': known('an endless body'),
  'a body of 200 MB': known('a body of 200 MB'),
  'a bomb of gzip': known('a bomb of gzip'),
  'JSON nested a hundred thousand deep': known('JSON nested a hundred thousand deep'),
  'nearly the largest response, only brackets': always(() => json(`[${'[],'.repeat(170_000)}[]]`)),
  'brackets in responses that are small enough to be recorded': always(() => json(`[${'[],'.repeat(20_000)}[]]`)),
  'control characters, which are six times as long in JSON': always(() => json(`"${'\u0001'.repeat(500_000)}"`)),
  'only keys of 32 letters': always(() => json(JSON.stringify(Array.from({ length: 1000 }, () => hex(16))))),
  'repeated beginnings of a token': always(() => json(`"${'eyJa-'.repeat(100_000)}"`)),
  'new cookies in each response': always(() =>
    json('true', Array.from({ length: 300 }, () => `Set-Cookie: a=${hex(8)}\r\n`).join('')),
  ),
  'escapes of a terminal in reason and body': known('escapes of a terminal in reason and body'),
}

describe.concurrent('a whole run ends normally, within 500 MB, whatever the responses are', () => {
  test.each(Object.entries(floods))('%s', async (_, behaviour) => {
    const { ended, report, recording, written } = await runAgainst(behaviour)
    expect(ended.stderr.replace(/^((planned|allowed|performing:) .*|checking the shop …)\n/gm, '')).toBe('')
    expect([1, 3]).toContain(ended.code)
    expect(ended.code).toBe(report.exitCode)
    expect(JSON.stringify(report)).not.toMatch(/suite itself failed|RangeError|Invalid string length/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test searches for them
    expect(ended.stdout + written).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
    expect(recording.exchanges.length).toBeGreaterThan(0)
    expect(ended.megabytes).toBeLessThan(500)
  })
})

describe.concurrent('a target without a response, or without Magento, ends with 3 and the reason', () => {
  const against = async (url: string, environment: Record<string, string> = {}) =>
    contract(['--out', newFolder()], { MAGENTO_BASE_URL: url, MAGENTO_TIMEOUT: patiently(2), ...environment })

  test.each([
    ['never answering', /cannot be reached: GET \S+: no complete answer within \d+ s/],
    ['a body of one byte at a time, without end', /cannot be reached: GET \S+: no complete answer within \d+ s/],
    ['reset in mid-body', /cannot be reached: GET \S+: the connection broke/],
    ['no HTTP at all', /cannot be reached: GET \S+: what came is no HTTP/],
    ['headers of 20 KB', /cannot be reached: GET \S+: the answer’s headers are larger than 16 KB/],
    ['the HTML 503 of maintenance mode', /is not available \(maintenance mode\?\)/],
    ['a login page with 200', /is not a Magento: GET \S+ answers 200 OK with a body that is no JSON/],
    ['a redirect in a loop, not followed', /redirects to \S+\/rest\/default\/V1\/x/],
    ['escapes of a terminal in reason and body', /answers 200 \\u001b\[31mOK with a body that is no JSON/],
  ])('%s', async (name, says) => {
    const server = await serveRaw(known(name))
    const { code, stderr } = await against(`http://127.0.0.1:${server.port}`)
    server.close()
    expect(stderr).toMatch(says)
    expect(code).toBe(3)
  })

  test('an untrusted certificate, and one for another name', async () => {
    const { certificate, key } = certify({ names: ['other.example'] })
    const file = join(newFolder(), 'certificate.pem')
    writeFileSync(file, certificate)
    const { url, close } = await serve((_, response) => response.end('true'), { key, cert: certificate })
    try {
      const distrusted = await against(url)
      expect(distrusted.stderr).toMatch(/the certificate is refused: self-signed certificate/)
      const misnamed = await against(url, { NODE_EXTRA_CA_CERTS: file })
      expect(misnamed.stderr).toMatch(/the certificate is refused: .*altnames.*ERR_TLS_CERT_ALTNAME_INVALID/)
      expect([distrusted.code, misnamed.code]).toEqual([3, 3])
    } finally {
      await close()
    }
  })

  test('plain HTTP on a TLS port', async () => {
    const { code, stderr } = await against(shop.url.replace('http:', 'https:'))
    expect(stderr).toMatch(/cannot be reached: GET \S+: TLS failed/)
    expect(code).toBe(3)
  })
})
