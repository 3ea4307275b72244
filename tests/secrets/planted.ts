import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reference } from '../../reference/index.ts'
import type { Integration } from '../../src/target/admin/integration.ts'
import type { SettingName } from '../../src/target/settings.ts'
import { certify, pkcs12 } from '../support/certificates.ts'
import type { RunningMaildev } from '../support/maildev.ts'

export interface Servers {
  readonly shop: Reference
  readonly maildev: RunningMaildev
  /** An integration of the shop. */
  readonly integration: Integration
  /** The folder for files that settings name. */
  readonly folder: string
}

/** A secret setting, as passed to a run. */
export interface Planted {
  /** A value that works with these servers. */
  readonly value: (servers: Servers) => string
  /** The parts that no output may contain. */
  readonly secrets: (servers: Servers) => readonly string[]
  /** Other settings that it needs. */
  readonly beside?: (servers: Servers) => Partial<Record<SettingName, string>>
  /** The setting with which it is set, without a separate run. */
  readonly with?: SettingName
  /** It has a separate run, without these settings. */
  readonly insteadOf?: readonly SettingName[]
  /** Invalid values that contain a secret, which the error must not quote. */
  readonly refused: readonly { readonly value: string; readonly secret: string }[]
}

/** Contains every character that some notation has to escape. */
export const administrator = { username: 'planted-administrator', password: 'Pl4nt"ed&<admin>\'/+\\ pässword%' }
export const mailReader = { user: 'planted-reader', pass: 'pl4nted-mail/reader+p%40ss&word' }
const header = 'pl4nted/header+value="&<secret>'

const login: readonly SettingName[] = ['MAGENTO_ADMIN_USERNAME', 'MAGENTO_ADMIN_PASSWORD', 'MAGENTO_ADMIN_OTP_SECRET']
const oneTimeSecret = 'PL4NTEDJBSWY3DPEHPK3PXP'.replaceAll('4', 'A')
const door = 'pl4nted-door/pass+word&'
const passphrase = 'pl4nted passphrase & more'
const captcha = 'pl4nted-captcha-answer'
const bankKey = 'pl4nted-bank-key/of+some=length'

/** Returns one of the four values of an integration, which are set together. */
const ofIntegration = (key: keyof Integration, first?: SettingName): Planted => ({
  value: ({ integration }) => integration[key],
  secrets: ({ integration }) => [integration[key]],
  ...(first ? { with: first } : {}),
  refused: [],
})

/** Returns a row for every secret setting in src/target/settings.ts. */
export const planted: Partial<Record<SettingName, Planted>> = {
  MAGENTO_HEADERS: {
    value: () => JSON.stringify({ 'X-Planted': header }),
    secrets: () => [header],
    refused: [
      { value: `X-Planted: ${header}`, secret: header },
      { value: JSON.stringify({ 'X-Planted': [header] }), secret: header },
      { value: JSON.stringify({ Authorization: `Basic ${header}` }), secret: header },
      { value: JSON.stringify({ 'X-Planted': `${header}\u0001` }), secret: header },
    ],
  },
  MAGENTO_MAILBOX_URL: {
    value: ({ maildev }) =>
      `maildev+http://${mailReader.user}:${encodeURIComponent(mailReader.pass)}@${maildev.mailboxUrl.split('@').at(-1)}`,
    secrets: () => [mailReader.pass],
    refused: [
      { value: `pigeon://reader:${encodeURIComponent(header)}@127.0.0.1/INBOX`, secret: header },
      { value: `maildev+http://reader:${encodeURIComponent(header)}@127.0.0.1:1`, secret: header },
    ],
  },
  MAGENTO_ADMIN_PASSWORD: {
    value: () => administrator.password,
    secrets: () => [administrator.password],
    beside: () => ({ MAGENTO_ADMIN_USERNAME: administrator.username }),
    refused: [{ value: header, secret: header }],
  },
  MAGENTO_ADMIN_TOKEN: {
    value: ({ shop }) => shop.admin.token,
    secrets: ({ shop }) => [shop.admin.token],
    insteadOf: login,
    refused: [{ value: 'pl4nted-token-that-is-wrong', secret: 'pl4nted-token-that-is-wrong' }],
  },
  MAGENTO_ADMIN_OTP_SECRET: {
    value: () => oneTimeSecret,
    secrets: () => [oneTimeSecret],
    beside: () => ({ MAGENTO_ADMIN_USERNAME: administrator.username, MAGENTO_ADMIN_PASSWORD: administrator.password }),
    refused: [{ value: 'pl4nted-1s-no-base32!', secret: 'pl4nted-1s-no-base32!' }],
  },
  MAGENTO_INTEGRATION_CONSUMER_KEY: {
    ...ofIntegration('consumerKey'),
    beside: ({ integration }) => ({
      MAGENTO_INTEGRATION_CONSUMER_SECRET: integration.consumerSecret,
      MAGENTO_INTEGRATION_ACCESS_TOKEN: integration.accessToken,
      MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET: integration.accessTokenSecret,
    }),
    insteadOf: login,
    refused: [{ value: 'pl4nted-key-that-is-wrong', secret: 'pl4nted-key-that-is-wrong' }],
  },
  MAGENTO_INTEGRATION_CONSUMER_SECRET: ofIntegration('consumerSecret', 'MAGENTO_INTEGRATION_CONSUMER_KEY'),
  MAGENTO_INTEGRATION_ACCESS_TOKEN: ofIntegration('accessToken', 'MAGENTO_INTEGRATION_CONSUMER_KEY'),
  MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET: ofIntegration('accessTokenSecret', 'MAGENTO_INTEGRATION_CONSUMER_KEY'),
  MAGENTO_BASIC_AUTH: {
    value: () => `planted:${door}`,
    secrets: () => [door],
    refused: [{ value: 'pl4nted-without-a-colon', secret: 'pl4nted-without-a-colon' }],
  },
  MAGENTO_CLIENT_PASSPHRASE: {
    value: () => passphrase,
    secrets: () => [passphrase],
    beside: ({ folder }) => {
      const certified = certify({ names: ['planted'] })
      writeFileSync(join(folder, 'client.p12'), pkcs12(certified, passphrase))
      return { MAGENTO_CLIENT_CERT: join(folder, 'client.p12') }
    },
    refused: [{ value: 'pl4nted-passphrase-that-is-wrong', secret: 'pl4nted-passphrase-that-is-wrong' }],
  },
  MAGENTO_RECAPTCHA: { value: () => captcha, secrets: () => [captcha], refused: [] },
  MAGENTO_TOKEN_BANK_KEY: {
    value: () => bankKey,
    secrets: () => [bankKey],
    beside: ({ folder }) => ({ MAGENTO_TOKEN_BANK: join(folder, 'bank') }),
    refused: [{ value: 'pl4nted-short', secret: 'pl4nted-short' }],
  },
}
