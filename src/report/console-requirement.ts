import { visible } from '../shared/text.ts'
import { type Colours, requestRow, row, signs } from './console-line.ts'
import { outcomeOf, reasonOf } from './outcome.ts'
import type { ReportedRequirement } from './report.ts'

/** Returns the row of a requirement below its chapter. */
export function requirementLine(requirement: ReportedRequirement, pc: Colours): string {
  const { id, verdict, level, advice, evidence, sentence, known } = requirement
  const [sign, colour] = signs[verdict]
  const tags = `${level === 'must' ? '' : ` (${advice ? 'advice' : level})`}${evidence ? ` [${evidence}]` : ''}`
  const outcome = outcomeOf(requirement)
  const state = { accepted: `${verdict}, as expected`, stale: 'pass, stale', overdue: `${verdict}, overdue` }[
    outcome as string
  ]
  const reason = known?.state === 'accepted' ? known.reason : (requirement.why ?? reasonOf(requirement))
  const tail = outcome === 'pass' ? '' : pc.dim(`  ${state ?? verdict}${reason ? `: ${visible(cut(reason))}` : ''}`)
  return `  ${pc[colour](sign)} ${id.padEnd(11)} ${visible(sentence)}${tags}${tail}`
}

/** Returns all details of a requirement that is not met. */
export function requirementLines(requirement: ReportedRequirement, pc: Colours): string[] {
  const { id, verdict, sentence, source, evidence, expected, actual, why, curl, next, exchange } = requirement
  const [sign, colour] = signs[verdict]
  return [
    '',
    `${pc[colour](`${sign} ${id}`)} ${visible(sentence)}`,
    ...row('verdict', verdict),
    ...row('source', source.join('; ')),
    ...row('evidence', evidence),
    ...row('expected', expected),
    ...row('actual', actual),
    ...row('why', why),
    ...row('exchange', exchange && `"${exchange.name}" of scenario ${exchange.scenario}`),
    ...requestRow(curl),
    ...row('next', next),
  ]
}

const cut = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text)
