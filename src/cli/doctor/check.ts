import type { Scenario } from '../../perform/scenario.ts'
import type { Exchange } from '../../recording/exchange.ts'
import type { Redactor } from '../../recording/redact.ts'
import type { Token } from '../../target/client/request.ts'
import type { Guard } from '../../target/guard/guard.ts'
import type { Way } from '../../target/reach.ts'
import type { Settings } from '../../target/settings.ts'

/**
 * - `good`: as required
 * - `note`: a run works, with the restriction described
 * - `bad`: no run would work
 * - `unseen`: not checked, because another check failed
 */
export type State = 'good' | 'note' | 'bad' | 'unseen'

export interface Finding {
  readonly state: State
  /** What was found. */
  readonly seen: string
  /** What that enables or prevents, or what to do. */
  readonly means?: string
  /** If bad: 2 for a wrong setting, 3 for the target. */
  readonly exitCode?: 2 | 3
}

/** Results of earlier checks for later ones; absent if unknown. */
export interface Findings {
  /** The first response of the target. */
  answer?: Exchange
  /** True if it responds like Magento. */
  magento?: boolean
  release?: string
  adminToken?: Token
}

export interface Patient {
  readonly settings: Settings
  readonly baseUrl: string
  readonly store: string
  /** Milliseconds. */
  readonly timeout: number
  /** The access to the target, or the error. */
  readonly way: Way | Error
  /** What was corrected, for output. */
  readonly corrected: readonly string[]
  readonly guard: Guard
  readonly redactor: Redactor
  readonly ledgerPath: string
  /** The scenarios that a run would perform. */
  readonly scenarios: readonly Scenario[]
  readonly found: Findings
}

/** One check. It creates nothing, and returns problems instead of throwing them. */
export interface Check {
  readonly name: string
  /** The result of an earlier check that it needs. */
  readonly after?: 'answer' | 'magento'
  look(patient: Patient): Promise<Finding | readonly Finding[]>
}

export const unseen = (seen: string): Finding => ({ state: 'unseen', seen })
export const good = (seen: string, means?: string): Finding => ({ state: 'good', seen, ...(means ? { means } : {}) })
export const note = (seen: string, means: string): Finding => ({ state: 'note', seen, means })
export const bad = (exitCode: 2 | 3, seen: string, means?: string): Finding => ({
  state: 'bad',
  exitCode,
  seen,
  ...(means ? { means } : {}),
})
