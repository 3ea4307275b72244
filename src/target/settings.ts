import { defaultLimits } from './guard/limits.ts'

/** Wrong usage or configuration: exit code 2. Says what was wrong, the value, and what to do. */
export class UsageError extends Error {
  override name = 'UsageError'
}

interface Definition {
  /** For the help text and the documentation. */
  readonly meaning: string
  /** What counts where it is not set: the value itself where it is one, else in words. */
  readonly default: string
  /** Its value is shown nowhere; a test plants one and looks for it (tests/secrets). */
  readonly secret?: true
}

/** Every name the suite reads from the environment, by topic. Nothing outside this folder reads it. */
export const definitions = {
  // The shop.
  MAGENTO_BASE_URL: {
    meaning: 'the target, e.g. https://staging.example.com',
    default: 'required, or use --reference',
  },
  MAGENTO_ALLOW_HOST: {
    meaning: 'host that may be asked although its name does not say staging, test, dev, …; several with commas',
    default: 'none',
  },
  MAGENTO_RELEASE: {
    meaning: 'the release it claims to be, e.g. 2.4.7-p6, or closest: the one that its answers fit best',
    default: 'probed, then assumed',
  },
  MAGENTO_EXPECTED: {
    meaning: 'file of expected failures (docs/ci.md)',
    default: 'contract-expected.jsonc, where there is one',
  },
  MAGENTO_PROFILE: {
    meaning: 'how much is asked: shape (single answers, for a mock without state), behaviour, full',
    default: 'full',
  },
  MAGENTO_STORE_CODE: { meaning: 'store view in the path', default: 'default' },

  // What a run may ask, and where it writes down what it creates.
  MAGENTO_EMAIL_DOMAIN: { meaning: 'domain of the addresses registered', default: 'example.com' },
  MAGENTO_CONCURRENCY: { meaning: 'requests under way at once', default: '4' },
  MAGENTO_TIMEOUT: { meaning: 'longest wait for one answer, in seconds', default: '30' },
  MAGENTO_MAX_REQUESTS: {
    meaning: 'requests of a run at most, cleaning up aside',
    default: `${defaultLimits.requests}`,
  },
  MAGENTO_MAX_FAILED_LOGINS: {
    meaning: 'failed logins of a run at most',
    default: `${defaultLimits.failedLogins}`,
  },
  MAGENTO_MAX_RESET_REQUESTS: {
    meaning: 'requests for a reset mail at most',
    default: `${defaultLimits.resetRequests}`,
  },
  MAGENTO_CLEANUP_TIMEOUT: {
    meaning: 'how long cleaning up tries again while the target gives no answer, in seconds',
    default: '300',
  },
  MAGENTO_MAX_PAUSE: { meaning: 'longest wait in all for a target that wants it slower, in seconds', default: '120' },
  MAGENTO_LOCKOUT: {
    meaning:
      'on: also lock accounts of the run’s own by failed logins; unlimited: the shop has switched its limits off',
    default: 'on for the embedded reference, else off',
  },
  MAGENTO_LEDGER: {
    meaning: 'file in which accounts are written down before they are created',
    default: 'ledger.jsonl in the report folder',
  },

  MAGENTO_CUSTOMER_FIELDS: {
    meaning:
      'fields that every registration and address needs here, as JSON: {"dob": "1990-01-31", "custom_attributes": {"mobile_number": "{{digits}}"}, "address": {"company": "Acme"}}',
    default: 'none; with an administrator the required ones are read',
  },

  // Administrator access: a token, an integration, or a login; of several the first.
  MAGENTO_ADMIN_TOKEN: { meaning: 'an administrator’s token', default: 'none', secret: true },
  MAGENTO_INTEGRATION_CONSUMER_KEY: {
    meaning: 'an integration’s consumer key, for signed requests (OAuth 1.0a); with the next three',
    default: 'none',
    secret: true,
  },
  MAGENTO_INTEGRATION_CONSUMER_SECRET: { meaning: 'its consumer secret', default: 'none', secret: true },
  MAGENTO_INTEGRATION_ACCESS_TOKEN: { meaning: 'its access token', default: 'none', secret: true },
  MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET: { meaning: 'its access token secret', default: 'none', secret: true },
  MAGENTO_ADMIN_USERNAME: { meaning: 'an administrator’s name; with the next', default: 'none' },
  MAGENTO_ADMIN_PASSWORD: { meaning: 'its password', default: 'none', secret: true },
  MAGENTO_ADMIN_OTP_SECRET: {
    meaning: 'the secret of its Google Authenticator, in base32, where login wants a second factor',
    default: 'none',
    secret: true,
  },

  // Mails.
  MAGENTO_MAILBOX_URL: {
    meaning:
      'where its mails arrive: mailpit+http://host:8025, mailhog+…, maildev+…, imaps://user:password@host/INBOX, maildir:/path',
    default: 'none',
    secret: true,
  },
  MAGENTO_MAIL_TIMEOUT: { meaning: 'longest wait for a mail, in seconds', default: '30' },
  MAGENTO_MAIL_DELETE: { meaning: 'on: delete the mails to the run’s own addresses in the end', default: 'off' },
  MAGENTO_RESET_LINK: {
    meaning: 'a headless shop’s own link, as a pattern: /reset/(?<token>[^/?]+) (groups id, email and key as well)',
    default: 'a stock shop’s link',
  },
  MAGENTO_MAIL_FOLLOW: {
    meaning: 'on: follow the links of a mail that lead through a counter of clicks, up to the one with the token',
    default: 'off',
  },

  // The pages of the shop: docs/storefront.md.
  MAGENTO_STOREFRONT: {
    meaning: 'on: also log in to the storefront and compare what its pages show with what REST answers',
    default: 'on for the embedded reference, else off',
  },
  MAGENTO_STOREFRONT_URL: { meaning: 'where its pages are', default: 'MAGENTO_BASE_URL' },
  MAGENTO_STOREFRONT_SELECTORS: {
    meaning: 'CSS selectors for a theme that is not Luma’s, as JSON: {"billing": ".my-billing address"}',
    default: 'those of Luma',
  },

  // The token's end: docs/expiry.md.
  MAGENTO_TOKEN_BANK: { meaning: 'file that keeps tokens for later runs; with the next', default: 'none' },
  MAGENTO_TOKEN_BANK_KEY: { meaning: 'what encrypts it: 16 characters or more', default: 'none', secret: true },
  MAGENTO_MAX_WAIT: { meaning: 'longest wait for a token to expire, in seconds', default: '90' },
  MAGENTO_TOKEN_LIFETIME: {
    meaning: 'how long the shop is set to let a customer’s token live, in seconds',
    default: 'what the token says; before 2.4.4 an hour',
  },
  MAGENTO_CLOCK: {
    meaning: 'how time passes: wait, command:COMMAND (gets MAGENTO_CLOCK_SECONDS), or ahead+URL',
    default: 'wait',
  },
  MAGENTO_CLOCK_TIMEOUT: {
    meaning: 'longest time for one run of that command, or of the next, in seconds',
    default: '60',
  },
  MAGENTO_CONFIG_COMMAND: {
    meaning: 'command that changes a setting of the shop (gets MAGENTO_CONFIG_PATH and MAGENTO_CONFIG_VALUE)',
    default: 'none',
  },

  // Access in front of the shop.
  MAGENTO_BASIC_AUTH: {
    meaning: 'user:password of the basic authentication in front of the shop, or both in MAGENTO_BASE_URL',
    default: 'none',
    secret: true,
  },
  MAGENTO_HEADERS: { meaning: 'extra headers as JSON, e.g. {"X-Access": "…"}', default: 'none', secret: true },
  MAGENTO_CLIENT_CERT: { meaning: 'file with the client certificate to show (PEM, or PKCS #12)', default: 'none' },
  MAGENTO_CLIENT_KEY: { meaning: 'file with its private key (PEM)', default: 'none' },
  MAGENTO_CLIENT_PASSPHRASE: { meaning: 'the passphrase of the key', default: 'none', secret: true },
  MAGENTO_CA: {
    meaning: 'file with the certificate of an authority to trust besides the usual (PEM)',
    default: 'none',
  },
  MAGENTO_RECAPTCHA: {
    meaning: 'value of the header X-ReCaptcha, where the shop demands one',
    default: 'none',
    secret: true,
  },
} as const satisfies Record<string, Definition>

export type SettingName = keyof typeof definitions

/** The settings whose default is a number. */
export type NumberSetting = {
  [Name in SettingName]: (typeof definitions)[Name]['default'] extends `${number}` ? Name : never
}[SettingName]

export interface Settings {
  /** The value given, if any. */
  get(name: SettingName): string | undefined
  /** By which name it was given, for messages: an option of the command line, or its own name. */
  nameOf(name: SettingName): string
  /** Names beginning with MAGENTO_ that mean nothing here, each with the nearest that does. */
  readonly unknown: { name: string; nearest: string | undefined }[]
}

/** A URL or what was meant to be one, without user name and password. */
export function withoutUser(url: string): string {
  return url.replace(/^([^/]*\/\/)[^/]*@|^[^/@]*:[^/]*@/, '$1')
}
