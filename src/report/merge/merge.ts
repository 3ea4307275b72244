import { compareReleases, parseRelease } from '../../../release/index.ts'
import { groupedBy } from '../../shared/grouped-by.ts'
import { suite } from '../../shared/version.ts'
import { type Outcome, outcomeOf } from '../outcome.ts'
import type { Report, ReportedRequirement } from '../report.ts'
import { selectedOf } from '../selection.ts'
import { type Differing, isHeld, isUnheld, type Merged, type MergedShop, mergedVersion } from './merged.ts'
import { sinceOf } from './since.ts'

/** A report with the name of its shop. */
export interface Named {
  readonly name: string
  readonly report: Report
  /** URL of its own page. */
  readonly page?: string | undefined
}

/**
 * Merges the reports of many shops.
 * @param reports in display order, with unique names
 * @param older the previous merged report
 */
export function mergedOf(reports: readonly Named[], older?: Merged): Merged {
  const shops = reports.map(shopOf)
  const differing = differingOf(shops)
  const since = older && sinceOf(older.shops, shops)
  const known = new Map(reports.flatMap(({ report }) => report.requirements.map((one) => [one.id, one])))
  const unheld = shops.flatMap(({ outcomes }) =>
    Object.entries(outcomes).flatMap(([id, one]) => (isRedHere(one) ? id : [])),
  )
  const told = [...differing, ...(since?.broken ?? []), ...(since?.mended ?? [])].map(({ id }) => id)
  return {
    $schema: 'merged.schema.json',
    version: mergedVersion,
    suite: { name: suite.name, version: suite.version },
    shops,
    requirements: Object.fromEntries(
      [...new Set([...unheld, ...told])].sort().flatMap((id) => {
        const one = known.get(id) ?? older?.requirements[id]
        return one ? [[id, { level: one.level, sentence: one.sentence, chapter: one.chapter }]] : []
      }),
    ),
    differing,
    ...(since ? { since } : {}),
  }
}

const isRedHere = (outcome: Outcome) => isUnheld(outcome) || outcome === 'stale'

function shopOf({ name, report, page }: Named): MergedShop {
  const {
    target,
    release,
    suite: own,
    startedAt,
    profile = 'full',
    conformant,
    exitCode,
    counts,
    requirements,
  } = report
  const judged = requirements.filter(({ verdict }) => verdict !== 'inapplicable')
  return {
    name,
    url: target.url,
    store: target.store,
    embedded: target.embedded,
    release,
    suiteVersion: own.version,
    startedAt,
    profile,
    ...selectedOf(report),
    conformant,
    exitCode,
    counts,
    chapters: Object.fromEntries(
      [...groupedBy(requirements, ({ chapter }) => chapter)].map(([chapter, members]) => [chapter, tally(members)]),
    ),
    outcomes: Object.fromEntries(judged.map((one) => [one.id, outcomeOf(one)])),
    ...(page ? { page } : {}),
  }
}

function tally(members: readonly ReportedRequirement[]): Partial<Record<Outcome, number>> {
  return Object.fromEntries([...groupedBy(members, outcomeOf)].map(([outcome, all]) => [outcome, all.length]))
}

/**
 * Returns requirements that hold in one shop and not in another of the same release; healthy shops of a release do not
 * differ.
 */
function differingOf(shops: readonly MergedShop[]): Differing[] {
  const releases = [...groupedBy(shops, ({ release }) => release.name)].sort(([one], [other]) =>
    compareReleases(parseRelease(one), parseRelease(other)),
  )
  return releases.flatMap(([release, members]) => {
    const ids = [...new Set(members.flatMap(({ outcomes }) => Object.keys(outcomes)))].sort()
    return ids.flatMap((id): Differing[] => {
      const judged = members.filter(({ outcomes }) => isHeld(outcomes[id]) || isUnheld(outcomes[id]))
      const holds = judged.filter(({ outcomes }) => isHeld(outcomes[id])).length
      if (holds === 0 || holds === judged.length) return []
      const by = [...groupedBy(judged, ({ outcomes }) => outcomes[id] as Outcome)]
      return [
        { id, release, shops: Object.fromEntries(by.map(([outcome, own]) => [outcome, own.map(({ name }) => name)])) },
      ]
    })
  })
}
