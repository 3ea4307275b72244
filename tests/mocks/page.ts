import { readFileSync } from 'node:fs'
import type { Report } from '../../src/report/report.ts'
import { type Profile, profiles } from '../../src/shared/profile.ts'
import { isNotHeld } from '../profiles/shape-run.ts'
import { tableLines, withBlock } from '../support/generated.ts'
import type { Judged } from './judged.ts'
import { limits } from './limits.ts'

export const page = new URL('../../docs/mocks.md', import.meta.url)

/** Returns the page with current results. */
export function currentPage(judged: readonly Judged[]): string {
  const withTable = withBlock(readFileSync(page, 'utf8'), 'table', `${tableOf(judged)}\n`)
  return withBlock(withTable, 'limits', `${limitsOf(judged)}\n`)
}

function tableOf(judged: readonly Judged[]): string {
  const rows = judged.map(({ name, serves, reports }) => [
    name,
    serves,
    ...profiles.map((profile) => cell(reports[profile], profile)),
  ])
  return tableLines(['mock', 'serves', ...profiles], rows).join('\n')
}

/** Number of passed and of applicable requirements, without advice, which no Magento follows. */
function cell({ requirements, earned }: Report, profile: Profile): string {
  const counted = requirements.filter(({ verdict, advice }) => verdict !== 'inapplicable' && !advice)
  const passed = counted.filter(({ verdict }) => verdict === 'pass').length
  const share = Math.floor((100 * passed) / counted.length)
  return `${passed} of ${counted.length}, ${share} %${earned?.includes(profile) ? ', **earned**' : ''}`
}

/** The requirements of profile shape that a mock does not meet, with reasons. */
function limitsOf(judged: readonly Judged[]): string {
  const told = limits.map(({ mock, why, link, requirements }) => {
    const ids = requirements.join(', ')
    return link ? `- ${ids}: ${mock} ${why} ([its documentation](${link})).` : `- ${ids}: ${why}`
  })
  const earned = judged.filter(({ reports }) => reports.shape.earned?.includes('shape')).map(({ name }) => name)
  return [...told, '', `${earned.join(', ')} earn it.`].join('\n')
}

/** The requirements of profile shape that a mock does not meet without a stated reason, and the reverse. */
export function unexplained(judged: readonly Judged[]): { without: string[]; stale: string[] } {
  const failing = judged.flatMap(({ name, reports }) =>
    reports.shape.requirements.filter(isNotHeld).map(({ id }) => `${name} ${id}`),
  )
  const explained = limits.flatMap(({ mock, requirements }) => requirements.map((id) => `${mock} ${id}`))
  return {
    without: failing.filter((one) => !explained.includes(one)),
    stale: explained.filter((one) => !failing.includes(one)),
  }
}
