import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import type { Report } from '../../src/report/report.ts'
import { certify, encrypted } from '../support/certificates.ts'
import { contract, newFolder } from '../support/command.ts'
import { challenge, passOn } from '../support/in-front.ts'
import { serve } from '../support/serve.ts'

const secrets = {
  password: 'Planted/admin+1',
  otp: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK',
  basic: 'planted&basic 1',
  passphrase: 'planted-passphrase',
  header: 'planted-header-value',
  cookie: 'planted-cookie-value',
  captcha: 'planted-captcha-value',
}

test('behind http, https, a client certificate, basic authentication, two factors and reCAPTCHA a run works, and shows no secret', async () => {
  const shop = await startReference({
    release: '2.4.8-p1',
    settings: {
      'twofactorauth/general/force_providers': 'google',
      'recaptcha_frontend/type_for/customer_login': 'invisible',
      'recaptcha_frontend/type_for/customer_create': 'invisible',
    },
  })
  shop.shop.store.solvedCaptcha = secrets.captcha
  shop.shop.store.admins = [
    { id: 1, username: 'planted', password: secrets.password, resources: 'all', otpSecret: secrets.otp },
  ]
  const authority = certify({ names: ['Contract Test Authority'], authority: true })
  const server = certify({ names: ['127.0.0.1'] }, authority)
  const client = certify({ names: ['the suite'] }, authority)
  const basic = `Basic ${Buffer.from(`staging:${secrets.basic}`).toString('base64')}`
  const onward = passOn(shop.url)
  const secure = await serve(
    (request, response) => {
      const known = request.headers.cookie?.includes(secrets.cookie) && request.headers['x-access'] === secrets.header
      if (request.headers.authorization === basic) response.appendHeader('Set-Cookie', `door=${secrets.cookie}`)
      else if (!known) return challenge(response)
      onward(request, response)
    },
    { cert: server.certificate, key: server.key, ca: authority.certificate, requestCert: true },
  )
  const plain = await serve((request, response) => {
    response.writeHead(308, { Location: `${secure.url}${request.url}` }).end()
  })
  const folder = newFolder()
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const out = join(folder, 'out')
  const ended = await contract(['--only', 'ADMIN', '--only', 'TOKEN', '--out', out], {
    MAGENTO_BASE_URL: plain.url.replace('//', `//staging:${encodeURIComponent(secrets.basic)}@`),
    MAGENTO_RELEASE: '2.4.8-p1',
    MAGENTO_ADMIN_USERNAME: 'planted',
    MAGENTO_ADMIN_PASSWORD: secrets.password,
    MAGENTO_ADMIN_OTP_SECRET: secrets.otp,
    MAGENTO_HEADERS: JSON.stringify({ 'X-Access': secrets.header }),
    MAGENTO_CA: file('ca.pem', authority.certificate),
    MAGENTO_CLIENT_CERT: file('client.pem', client.certificate),
    MAGENTO_CLIENT_KEY: file('client.key', encrypted(client, secrets.passphrase)),
    MAGENTO_CLIENT_PASSPHRASE: secrets.passphrase,
    MAGENTO_RECAPTCHA: secrets.captcha,
  })
  await plain.close()
  await secure.close()
  await shop.close()

  expect(ended.stderr.split('\n')).toContain(
    `${plain.url} redirects to https: going on with ${secure.url}. Set MAGENTO_BASE_URL to it.`,
  )
  expect(ended.code).toBe(0)
  const report: Report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))
  expect(report.target.url).toBe(secure.url)
  expect(report.left).toEqual([])
  expect(report.requirements.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(30)
  expect(shop.shop.store.customers.size).toBe(0)
  const written = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))
  expect(written.length).toBeGreaterThan(3)
  for (const text of [...written, ended.stdout, ended.stderr])
    for (const secret of Object.values(secrets))
      for (const form of [
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret),
        Buffer.from(secret).toString('base64'),
      ])
        expect(text).not.toContain(form)
  expect(written.join()).not.toContain(basic.slice(6))
})
