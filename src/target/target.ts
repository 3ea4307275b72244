import type { RecordingMeta } from '../recording/recording.ts'
import type { Redactor } from '../recording/redact.ts'
import type { Bank } from './bank/bank.ts'
import type { Client } from './client/client.ts'
import type { Token } from './client/request.ts'
import type { Clock } from './clock/clock.ts'
import type { CustomerFields } from './customer-fields.ts'
import type { Guard } from './guard/guard.ts'
import type { Mailbox } from './mailbox/mailbox.ts'
import type { Selectors } from './storefront/selectors.ts'

/** Thrown if the target cannot be tested, or setup failed: exit code 3. */
export class TargetError extends Error {
  override name = 'TargetError'
}

/** The address of a shop's pages, and the selectors to read them. */
export interface Storefront {
  /** Without a trailing slash. */
  readonly baseUrl: string
  /** The guard's client for page requests. */
  readonly client: Client
  readonly selectors: Selectors
}

/** The target of a run: its address, and the access to it. */
export interface Target {
  readonly baseUrl: string
  readonly embedded: boolean
  readonly store: string
  /** The guard's client. */
  readonly client: Client
  readonly guard: Guard
  readonly redactor: Redactor
  readonly emailDomain: string
  readonly clock: Clock
  readonly mailbox: Mailbox | undefined
  /** Tokens of earlier runs, if a bank is set. */
  readonly bank: Bank | undefined
  /** Its storefront, if the run may test it. */
  readonly storefront: Storefront | undefined
  /** Changes a setting of the shop, by its configuration path. @throws SettingError */
  readonly configure: ((path: string, value: string) => Promise<void>) | undefined
  /** The administrator's credentials. */
  readonly adminToken: Token | undefined
  /** Fields that MAGENTO_CUSTOMER_FIELDS adds to every registration and address. */
  readonly customerFields: CustomerFields
  /** True if accounts of the run may be locked by failed logins. */
  readonly lockout: boolean
  readonly magentoVersion: string | undefined
  readonly release: RecordingMeta['release']
  readonly probes: RecordingMeta['probes']
  /** True if basic authentication is in front of the shop; then a 401 may not come from the shop. */
  readonly guarded?: boolean
  close(): Promise<void>
}
