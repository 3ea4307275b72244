import { countsOf, verdicts } from '../judge/verdict.ts'
import { suite } from '../shared/version.ts'
import { conformance } from './conformance.ts'
import { exitCodeOf } from './exit-code.ts'
import { ofMagento } from './own.ts'
import { isEarned, standingsOf } from './profiles.ts'
import type { Report } from './report.ts'
import { isPart } from './selection.ts'

/**
 * Returns how a report contradicts its own requirements, because it was edited or combined from two. Reports show both,
 * and a badge shows only the summary.
 * @returns undefined if there is no contradiction
 */
export function contradiction(report: Report): string | undefined {
  const { requirements, counts, conformant, exitCode, earned, closest, profile = 'full' } = report
  const seen = new Set<string>()
  const twice = requirements.map(({ id }) => id).find((id) => seen.size === seen.add(id).size)
  if (twice !== undefined) return `it holds ${twice} twice`
  const ofContract = ofMagento(requirements)
  const counted = countsOf(ofContract)
  const wrong = verdicts.find((verdict) => counts[verdict] !== counted[verdict])
  if (wrong) return `it counts ${counts[wrong]} ${wrong}, and ${counted[wrong]} of its requirements are that`
  const timeless = Number.isNaN(new Date(Date.parse(report.startedAt) + report.performedMs).getTime())
  if (timeless) return `it took ${report.performedMs} ms, which no clock can tell`
  // Another version of the suite may derive other conclusions from the same verdicts.
  if (report.suite.version !== suite.version) return undefined
  const derived = conformance(
    ofContract,
    counted,
    isPart(report) || profile !== 'full' || report.adjusted?.less === true,
  )
  if (conformant !== derived) return `it says "conformant: ${conformant}", and by its requirements that is "${derived}"`
  const code = exitCodeOf(countsOf(requirements), requirements)
  // An aborted run ends with 3 even if all judged exchanges had been recorded.
  if (exitCode !== code && !(code === 0 && exitCode === 3))
    return `it says exit code ${exitCode}, and by its requirements that is ${code}`
  const claimable = standingsOf(profile, ofContract)
    .filter(isEarned)
    .map((standing) => standing.profile)
  const claimed = earned?.find((one) => !claimable.includes(one))
  if (claimed) return `it says that profile ${claimed} is earned, and its requirements say otherwise`
  const unknown = closest?.releases.find((name) => !closest.fits.some(({ release }) => release === name))
  if (unknown !== undefined) return `it names ${unknown} as the closest release, and does not say how well that fits`
  return undefined
}
