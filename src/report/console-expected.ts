import { visible } from '../shared/text.ts'
import type { Colours } from './console-line.ts'
import { noteOf, sayingOf } from './outcome.ts'
import type { Report } from './report.ts'

/** Returns lines with the state of each entry of the file of expected failures. */
export function expectedFailures(report: Report, pc: Colours): string[] {
  const { expected, requirements } = report
  if (!expected) return []
  const lines = requirements.flatMap((one) => {
    const { id, verdict, known } = one
    if (!known || known.state === 'not judged') return []
    if (known.state === 'accepted') return [`  ${id.padEnd(11)} ${verdict}, as expected: ${visible(noteOf(known))}`]
    return [`  ${pc.red(`${id.padEnd(11)} ${known.state}`)}: ${visible(sayingOf(one, report))}`]
  })
  const open = expected.notJudged.length ? [`  not judged by this run: ${visible(expected.notJudged.join(' '))}`] : []
  return ['', pc.bold(`Expected failures (${visible(expected.file)})`), ...lines, ...open.map(pc.dim)]
}

/** Formats the numbers of expected failures in one line, so that exit code 0 with `conformant: no` is explained. */
export function expectedLine({ conformant, exitCode, expected }: Report): string[] {
  if (!expected) return []
  const { accepted, stale, overdue, different } = expected
  const told = { accepted, stale, overdue, ...(different ? { different } : {}) }
  const counts = Object.entries(told).map(([name, { length }]) => `${length} ${name}`)
  const forgiven = conformant === 'no' && exitCode === 0 ? ': not conformant, but every failure is expected' : ''
  const mend = exitCode === 4 && stale.length + overdue.length > 0 ? `: change ${visible(expected.file)}` : ''
  const unseen =
    exitCode === 4 && !mend && accepted.length > 0 ? ': none of them was seen to fail, and nothing passed' : ''
  return [`expected ${counts.join(', ')}${forgiven}${mend}${unseen}`]
}
