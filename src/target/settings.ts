import { defaultLimits } from './guard/limits.ts'

/** Wrong usage or configuration: exit code 2. The message contains the problem, the value, and what to do. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Wrong usage: the store code is unknown to the shop, which states another as its default. */
export class UnknownStore extends UsageError {
  override name = 'UnknownStore'
  readonly byDefault: string | undefined

  constructor(message: string, byDefault: string | undefined) {
    super(message)
    this.byDefault = byDefault
  }
}

interface Definition {
  /** Its description in the help text. */
  readonly meaning: string
  /** The default: the value, or a description of it. */
  readonly default: string
  /** Its value never appears in an output; a test sets one and searches for it (tests/secrets). */
  readonly secret?: true
}

/** Every setting that the suite reads from the environment, by topic. Only this folder reads them. */
export const definitions = {
  // The shop.
  MAGENTO_BASE_URL: {
    meaning: 'base URL of the target, e.g. https://staging.example.com',
    default: 'required, or use --reference',
  },
  MAGENTO_ALLOW_HOST: {
    meaning:
      'host that may be tested although its name does not contain staging, test, dev, …; several separated by commas',
    default: 'none',
  },
  MAGENTO_RELEASE: {
    meaning: 'release of the target, e.g. 2.4.7-p6, or closest: the release that fits its answers best',
    default: 'detected',
  },
  MAGENTO_EXPECTED: {
    meaning: 'file of expected failures (docs/ci.md)',
    default: 'contract-expected.jsonc, if it exists',
  },
  MAGENTO_PROFILE: {
    meaning: 'part of the contract: shape (single answers, for a mock without state), behaviour, full',
    default: 'full',
  },
  MAGENTO_STORE_CODE: { meaning: 'code of the store view in the path', default: 'default' },

  // Limits of the run, and the files where it records what it creates.
  MAGENTO_EMAIL_DOMAIN: { meaning: 'domain of the e-mail addresses that the run registers', default: 'example.com' },
  MAGENTO_CONCURRENCY: { meaning: 'number of concurrent requests', default: '4' },
  MAGENTO_TIMEOUT: { meaning: 'timeout of a request, in seconds', default: '30' },
  MAGENTO_MAX_REQUESTS: {
    meaning: 'maximum number of requests in a run, without those of cleaning up',
    default: `${defaultLimits.requests}`,
  },
  MAGENTO_MAX_FAILED_LOGINS: {
    meaning: 'maximum number of failed logins in a run',
    default: `${defaultLimits.failedLogins}`,
  },
  MAGENTO_MAX_RESET_REQUESTS: {
    meaning: 'maximum number of requests for a reset mail in a run',
    default: `${defaultLimits.resetRequests}`,
  },
  MAGENTO_CLEANUP_TIMEOUT: {
    meaning: 'how long cleaning up repeats requests without an answer, in seconds',
    default: '300',
  },
  MAGENTO_MAX_PAUSE: {
    meaning: 'total time that a run pauses because the target throttles, in seconds',
    default: '120',
  },
  MAGENTO_LOCKOUT: {
    meaning:
      'on: also lock some of the run’s accounts by failed logins; unlimited: the shop has switched its limits off',
    default: 'on for the embedded reference, otherwise off',
  },
  MAGENTO_LEDGER: {
    meaning: 'file that lists the accounts; each is written to it before it is created',
    default: 'ledger.jsonl in the report folder',
  },

  MAGENTO_CUSTOMER_FIELDS: {
    meaning:
      'fields that the shop requires in registrations and addresses, as JSON: {"dob": "1990-01-31", "custom_attributes": {"mobile_number": "{{digits}}"}, "address": {"company": "Acme"}}',
    default: 'none; with administrator access the run reads the required fields',
  },

  // Administrator access: a token, an integration, or a login; of several, the first.
  MAGENTO_ADMIN_TOKEN: { meaning: 'access token of an administrator', default: 'none', secret: true },
  MAGENTO_INTEGRATION_CONSUMER_KEY: {
    meaning: 'consumer key of an integration, for signed requests (OAuth 1.0a); needs the next three',
    default: 'none',
    secret: true,
  },
  MAGENTO_INTEGRATION_CONSUMER_SECRET: { meaning: 'consumer secret of the integration', default: 'none', secret: true },
  MAGENTO_INTEGRATION_ACCESS_TOKEN: { meaning: 'access token of the integration', default: 'none', secret: true },
  MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET: {
    meaning: 'access token secret of the integration',
    default: 'none',
    secret: true,
  },
  MAGENTO_ADMIN_USERNAME: { meaning: 'user name of an administrator; needs the next', default: 'none' },
  MAGENTO_ADMIN_PASSWORD: { meaning: 'password of the administrator', default: 'none', secret: true },
  MAGENTO_ADMIN_OTP_SECRET: {
    meaning: 'secret of the administrator’s Google Authenticator, in base32, if the login needs a second factor',
    default: 'none',
    secret: true,
  },

  // Mails.
  MAGENTO_MAILBOX_URL: {
    meaning:
      'where the shop’s mails arrive: mailpit+http://host:8025, mailhog+…, maildev+…, imaps://user:password@host/INBOX, maildir:/path',
    default: 'none',
    secret: true,
  },
  MAGENTO_MAIL_TIMEOUT: { meaning: 'maximum wait for a mail, in seconds', default: '30' },
  MAGENTO_MAIL_DELETE: { meaning: 'on: delete the mails to the run’s addresses at the end', default: 'off' },
  MAGENTO_RESET_LINK: {
    meaning:
      'regular expression for the reset link of a headless shop: /reset/(?<token>[^/?]+); optional groups: id, email, key',
    default: 'the link of a stock shop',
  },
  MAGENTO_MAIL_FOLLOW: {
    meaning: 'on: follow links in mails that lead through a click counter, up to the link with the token',
    default: 'off',
  },

  // The pages of the shop: docs/storefront.md.
  MAGENTO_STOREFRONT: {
    meaning: 'on: also log in to the storefront and compare its pages with the answers of REST',
    default: 'on for the embedded reference, otherwise off',
  },
  MAGENTO_STOREFRONT_URL: { meaning: 'base URL of the storefront’s pages', default: 'MAGENTO_BASE_URL' },
  MAGENTO_STOREFRONT_SELECTORS: {
    meaning: 'CSS selectors for a theme other than Luma, as JSON: {"billing": ".my-billing address"}',
    default: 'the selectors of Luma',
  },

  // Expiry of tokens: docs/expiry.md.
  MAGENTO_TOKEN_BANK: { meaning: 'file that keeps tokens for later runs; needs the next', default: 'none' },
  MAGENTO_TOKEN_BANK_KEY: {
    meaning: 'key that encrypts the token bank: 16 characters or more',
    default: 'none',
    secret: true,
  },
  MAGENTO_MAX_WAIT: { meaning: 'maximum wait for a token to expire, in seconds', default: '90' },
  MAGENTO_TOKEN_LIFETIME: {
    meaning: 'lifetime of customer tokens that is configured in the shop, in seconds',
    default: 'the lifetime in the token; before 2.4.4 3600',
  },
  MAGENTO_CLOCK: {
    meaning:
      'how a run lets time pass: wait; command:COMMAND, which moves the clock by MAGENTO_CLOCK_SECONDS; ahead+URL, an address whose clock is ahead',
    default: 'wait',
  },
  MAGENTO_CLOCK_TIMEOUT: {
    meaning: 'timeout of the command in MAGENTO_CLOCK or MAGENTO_CONFIG_COMMAND, in seconds',
    default: '60',
  },
  MAGENTO_CONFIG_COMMAND: {
    meaning: 'command that sets MAGENTO_CONFIG_PATH to MAGENTO_CONFIG_VALUE in the shop',
    default: 'none',
  },

  // Access in front of the shop.
  MAGENTO_BASIC_AUTH: {
    meaning: 'user:password for basic authentication in front of the shop; may also be in MAGENTO_BASE_URL',
    default: 'none',
    secret: true,
  },
  MAGENTO_HEADERS: { meaning: 'extra request headers as JSON, e.g. {"X-Access": "…"}', default: 'none', secret: true },
  MAGENTO_CLIENT_CERT: { meaning: 'file with the client certificate (PEM or PKCS #12)', default: 'none' },
  MAGENTO_CLIENT_KEY: { meaning: 'file with the private key of the client certificate (PEM)', default: 'none' },
  MAGENTO_CLIENT_PASSPHRASE: {
    meaning: 'passphrase of the private key, or of the PKCS #12 file',
    default: 'none',
    secret: true,
  },
  MAGENTO_CA: {
    meaning: 'file with the certificate of an additional trusted authority (PEM)',
    default: 'none',
  },
  MAGENTO_RECAPTCHA: {
    meaning: 'value of the header X-ReCaptcha, if the shop requires one',
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
  /** The value of a setting, or undefined when it is not set. */
  get(name: SettingName): string | undefined
  /** The name to use in messages: the option that set it, or the name of the setting. */
  nameOf(name: SettingName): string
  /** Unknown names that begin with MAGENTO_, each with the most similar setting. */
  readonly unknown: { name: string; nearest: string | undefined }[]
}

/** Returns a URL, which may be invalid, without user name and password. */
export function withoutUser(url: string): string {
  return url.replace(/^([^/]*\/\/)[^/]*@|^[^/@]*:[^/]*@/, '$1')
}
