import './own.ts'

export type { Reference, ReferenceOptions } from '../../reference/index.ts'
export { all, before, everyRelease, from, type Release, type ReleaseRange } from '../../release/index.ts'
export { type Config, defineConfig } from '../cli/config/config.ts'
export { readRecording, readReport } from '../cli/read-file.ts'
export { expect } from '../judge/expect.ts'
export {
  type Details,
  type Level,
  type Requirement,
  requirementsOf,
  requirementsOfRun,
  type Shop,
} from '../judge/requirement.ts'
export { code, doc, rule, type Source, thread } from '../judge/source.ts'
export type { Result, Verdict } from '../judge/verdict.ts'
export { type Scenario, scenario } from '../perform/scenario.ts'
export type { Stage } from '../perform/stage.ts'
export type { Exchange } from '../recording/exchange.ts'
export type { Recording } from '../recording/recording.ts'
export type { Diff } from '../report/diff/diff.ts'
export type { Report, ReportedRequirement } from '../report/report.ts'
export { type Ask, type AskOptions, del, get, post, put } from '../target/client/request.ts'
export { UsageError } from '../target/settings.ts'
export { TargetError } from '../target/target.ts'
export { type DiffOptions, diff } from './diff.ts'
export { type JudgeOptions, judge } from './judge.ts'
export { type PerformOptions, perform } from './perform.ts'
export { startReference } from './reference.ts'
