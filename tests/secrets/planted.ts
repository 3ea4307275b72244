import type { Reference } from '../../reference/index.ts'
import type { SettingName } from '../../src/target/settings.ts'
import type { RunningMaildev } from '../support/maildev.ts'

export interface Servers {
  readonly shop: Reference
  readonly maildev: RunningMaildev
}

/** A secret setting as a run gets it. */
export interface Planted {
  /** What works against these servers. */
  readonly value: (servers: Servers) => string
  /** What of it must be found nowhere. */
  readonly secrets: (servers: Servers) => readonly string[]
  /** What has to be set with it. */
  readonly beside?: Partial<Record<SettingName, string>>
  /** It has a run of its own, without these. */
  readonly insteadOf?: readonly SettingName[]
  /** Values that no run accepts, each with a secret in it, which the complaint must not quote. */
  readonly refused: readonly { readonly value: string; readonly secret: string }[]
}

/** As awkward as they come: every character that some notation has to write otherwise. */
export const administrator = { username: 'planted-administrator', password: 'Pl4nt"ed&<admin>\'/+\\ pässword%' }
export const mailReader = { user: 'planted-reader', pass: 'pl4nted-mail/reader+p%40ss&word' }
const header = 'pl4nted/header+value="&<secret>'

/** A row for every setting that is marked secret in src/target/settings.ts. */
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
    beside: { MAGENTO_ADMIN_USERNAME: administrator.username },
    refused: [{ value: header, secret: header }],
  },
  MAGENTO_ADMIN_TOKEN: {
    value: ({ shop }) => shop.admin.token,
    secrets: ({ shop }) => [shop.admin.token],
    insteadOf: ['MAGENTO_ADMIN_USERNAME', 'MAGENTO_ADMIN_PASSWORD'],
    refused: [{ value: 'pl4nted-token-that-is-wrong', secret: 'pl4nted-token-that-is-wrong' }],
  },
}
