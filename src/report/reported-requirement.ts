import type { Known } from '../judge/expected/expected.ts'
import type { Requirement } from '../judge/requirement.ts'
import { describeSource, linkOf, type Source } from '../judge/source.ts'
import { type Result, unmetVerdicts } from '../judge/verdict.ts'
import type { Recording } from '../recording/recording.ts'
import { calledAs } from '../shared/command.ts'
import { type Blocker, blockerIn } from './blocker.ts'
import { curl } from './curl/curl.ts'
import type { ReportedRequirement } from './report.ts'

/**
 * Returns a requirement as in the report.
 * @param known its expected failure; undefined if it is not listed
 * @param blocker returns what to look at first if it is blocked
 */
export function reportedOf(
  requirement: Requirement,
  result: Result,
  recording: Recording,
  known: Known | undefined,
  blocker: Blocker = blockerIn([], []),
): ReportedRequirement {
  const { chapter, level, advice, leak, profile, sentence, source, scenario } = requirement
  const { exchange } = result
  const decided =
    exchange &&
    recording.exchanges.find(({ data }) => data.name === exchange.name && data.scenario === exchange.scenario)
  return {
    ...result,
    ...(requirement.own ? { own: true as const } : {}),
    chapter,
    level,
    advice,
    ...(leak ? { leak: true as const } : {}),
    profile,
    sentence,
    source: source.map(describeSource),
    ...linksOf(source),
    releases: requirement.in.text,
    ...(scenario ? { scenario } : {}),
    ...(decided ? { curl: curl(decided, recording, scenario && requirement.id) } : {}),
    ...(result.verdict === 'pass' || result.verdict === 'inapplicable'
      ? {}
      : { next: nextStep(requirement, result, blocker) }),
    ...(unmetVerdicts.includes(result.verdict) && requirement.why ? { matters: requirement.why } : {}),
    ...(known ? { known } : {}),
  }
}

function linksOf(sources: readonly Source[]): Pick<ReportedRequirement, 'links'> {
  const links = sources.flatMap((source) => {
    const link = linkOf(source)
    return link ? [[describeSource(source), link]] : []
  })
  return links.length ? { links: Object.fromEntries(links) } : {}
}

function nextStep({ id, own, next }: Requirement, result: Result, blocker: Blocker): string {
  const { verdict, setting } = result
  if (verdict === 'untestable') return setting ?? 'give the run the access that it lacks'
  if (verdict === 'blocked') return blocker(result)
  if (verdict === 'error')
    return 'make sure that the target stays up and answers in time (MAGENTO_TIMEOUT), and run again'
  if (own) return next ?? 'correct the shop, or your requirement'
  return (
    next ??
    `read \`${calledAs} explain ${id}\`; if the shop is right and this requirement is not, say so in an issue, with the recording (recording.har)`
  )
}
