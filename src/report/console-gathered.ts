import type { Verdict } from '../judge/verdict.ts'
import { visible } from '../shared/text.ts'
import { type Colours, requestRow, row, signs } from './console-line.ts'
import { byReason, idsInShort } from './grouped.ts'
import type { Report, ReportedRequirement } from './report.ts'

/**
 * Returns the requirements that could not be judged, grouped by reason: one broken connection may affect a whole
 * chapter.
 */
export function gathered({ requirements }: Report, which: Verdict, title: string, pc: Colours): string[] {
  const reasons = byReason(requirements, which)
  if (reasons.length === 0) return []
  return [
    '',
    pc.bold(title),
    ...reasons.flatMap(([reason, members]) => [
      `  ${visible(reason)}`,
      pc.dim(`    ${idsInShort(members, requirements)}`),
    ]),
  ]
}

/** Returns the blocked requirements, grouped by cause: one wrong answer may block all chapters. */
export function blocked({ requirements }: Report, pc: Colours): string[] {
  const [sign, colour] = signs.blocked
  return byReason(requirements, 'blocked').flatMap(([reason, members]) => {
    const [root] = members as [ReportedRequirement]
    const scenarios = [...new Set(members.map(({ scenario }) => scenario))]
    const place =
      root.exchange &&
      `"${root.exchange.name}" of ${scenarios.length === 1 ? 'scenario' : 'scenarios'} ${scenarios.join(', ')}`
    return [
      '',
      `${pc[colour](`${sign} ${members.length} blocked`)} ${visible(reason)}`,
      pc.dim(`    ${idsInShort(members, requirements)}`),
      ...row('exchange', place),
      ...requestRow(root.curl),
      ...row('next', root.next),
    ]
  })
}
