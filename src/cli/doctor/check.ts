import type { Scenario } from '../../perform/scenario.ts'
import type { Exchange } from '../../recording/exchange.ts'
import type { Redactor } from '../../recording/redact.ts'
import type { Token } from '../../target/client/request.ts'
import type { Guard } from '../../target/guard/guard.ts'
import type { Way } from '../../target/reach.ts'
import type { Settings } from '../../target/settings.ts'

/**
 * - `good`: it is as a run wants it
 * - `note`: a run works, but for what is said
 * - `bad`: no run would work
 * - `unseen`: could not be looked at, because of another line
 */
export type State = 'good' | 'note' | 'bad' | 'unseen'

export interface Finding {
  readonly state: State
  /** What was seen. */
  readonly seen: string
  /** What that enables or prevents, or what to do about it. */
  readonly means?: string
  /** Where it is bad: 2 when a setting is wrong, 3 when the target is. */
  readonly exitCode?: 2 | 3
}

/** What checks find out for those after them; each is there only when it could be found out. */
export interface Findings {
  /** The first answer of the target. */
  answer?: Exchange
  /** Whether it answers as Magento does. */
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
  /** How the way to the target was found; an error where there is none. */
  readonly way: Way | Error
  /** What was corrected on the way, for people. */
  readonly corrected: readonly string[]
  readonly guard: Guard
  readonly redactor: Redactor
  readonly ledgerPath: string
  /** What a run would perform. */
  readonly scenarios: readonly Scenario[]
  readonly found: Findings
}

/** One thing that decides whether and how a run works. It creates nothing and never throws for what it looks at. */
export interface Check {
  readonly name: string
  /** What must have been found out before: without it there is nothing to look at. */
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
