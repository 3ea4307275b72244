import type { Profile } from '../shared/profile.ts'
import type { Grade } from './evidence.ts'
import type { Exchange } from './exchange.ts'
import type { MailObservation } from './mail.ts'

/** The access that a run may have besides plain requests. */
export type Access = 'admin' | 'mailbox' | 'clock' | 'storefront' | 'settings'

/** Why a scenario or step could not continue. */
export type Halt =
  | {
      readonly kind: 'untestable'
      readonly power: string
      readonly why: string
      readonly setting: string
      /** Evidence available without it, for requirements about expiry. */
      readonly evidence?: Grade
    }
  | { readonly kind: 'blocked'; readonly by: string; readonly why: string }
  | { readonly kind: 'inapplicable'; readonly why: string }
  | { readonly kind: 'error'; readonly why: string }

export interface ScenarioOutcome {
  readonly scenario: string
  readonly halt?: Halt
  /** Exchanges that it continued without, by name, with the reason. */
  readonly without?: Readonly<Record<string, Halt>>
}

/** A fact about the shop that was found before judging, and its source. */
export interface Probe {
  readonly value: string | number | boolean
  readonly from: string
}

/** The cause of a setup finding, for machine use. */
export type SetupCause =
  | 'registration'
  | 'required-field'
  | 'email-domain'
  | 'restriction'
  | 'guest-registration'
  | 'store-view'
  | 'login'
  | 'authorization-header'
  | 'token'
  | 'developer-mode'
  | 'lockout'
  | 'front'
  | 'mail'

/**
 * A finding about the configuration of the shop, or about something in front of it, that affects what a run can test.
 */
export interface SetupFinding {
  readonly cause: SetupCause
  /**
   * `stops`: nothing could be tested. `limits`: requirements that depend on it are untestable. `adapted`: the run
   * adapts.
   */
  readonly effect: 'stops' | 'limits' | 'adapted'
  /** What the run found, in one sentence. */
  readonly sentence: string
  /** What to set or change. */
  readonly next?: string
}

export interface RecordingMeta {
  readonly suiteVersion: string
  readonly target: string
  readonly embedded: boolean
  readonly store: string
  /** Content of `/magento_version`, e.g. `Magento/2.4 (Community)`. */
  readonly magentoVersion: string | undefined
  readonly release: { readonly name: string; readonly source: 'stated' | 'assumed' | 'embedded' }
  /** The profile; full if absent. */
  readonly profile?: Profile
  readonly powers: readonly Access[]
  readonly probes: Readonly<Record<string, Probe>>
  /** Findings before and during the run; absent in old recordings. */
  readonly setup?: readonly SetupFinding[]
  readonly startedAt: string
  /** Number of all requests, including connecting, identifying and probing. */
  readonly requests: number
  /** Milliseconds from the first request to the last response. */
  readonly performedMs: number
}

/** All data passed from performing to judging. Secrets are replaced. */
export interface Recording {
  readonly meta: RecordingMeta
  readonly exchanges: readonly Exchange[]
  readonly mails: readonly MailObservation[]
  readonly outcomes: readonly ScenarioOutcome[]
}
