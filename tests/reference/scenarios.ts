import { readFileSync } from 'node:fs'

export interface Step {
  id?: string
  method?: string
  path?: string
  headers?: Record<string, string>
  json?: unknown
  raw?: string
  auth?: string
  save?: Record<string, string>
  sleep?: number
  mail?: { to: string; link: string; index?: number }
  set?: Record<string, string>
  sql?: string
}

export interface Scenario {
  id: string
  set?: Record<string, string>
  steps: Step[]
}

export interface MailRecord {
  subject: string
  subjects: string[]
  link: string
  tokenLength?: number
}

export interface ResponseRecord {
  status: number
  headers: Record<string, string | string[]>
  body: unknown
}

export interface StepRecord {
  scenario: string
  step: string
  request?: { method: string; path: string }
  response?: ResponseRecord
  mail?: MailRecord | null
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8'))

export const scenarios = read('scenarios.json') as Scenario[]

/** Returns the recorded responses of a real shop of a release, by `scenario|step`. */
export function recordingOf(release: string): Map<string, StepRecord> {
  const records = read(`recorded/${release}.json`) as StepRecord[]
  return new Map(records.map((record) => [`${record.scenario}|${record.step}`, record]))
}
