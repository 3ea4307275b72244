import { isWithin, type Profile, profiles } from '../shared/profile.ts'
import type { Report, ReportedRequirement } from './report.ts'

/** How many applicable MUSTs of a profile a target meets. */
export interface Standing {
  readonly profile: Profile
  readonly holding: number
  readonly applicable: number
}

type Judged = Pick<ReportedRequirement, 'level' | 'verdict' | 'profile'>

/** Returns the standing for each profile within the selected one, smallest first. */
export function standingsOf(asked: Profile, requirements: readonly Judged[]): Standing[] {
  return profiles
    .filter((profile) => isWithin(profile, asked))
    .map((profile) => {
      const own = requirements.filter((one) => one.level === 'must' && isWithin(one.profile ?? 'full', profile))
      const applicable = own.filter(({ verdict }) => verdict !== 'inapplicable')
      const holding = applicable.filter(({ verdict }) => verdict === 'pass')
      return { profile, holding: holding.length, applicable: applicable.length }
    })
}

/** True if all applicable MUSTs of the profile passed, and there is at least one. */
export const isEarned = ({ holding, applicable }: Standing): boolean => applicable > 0 && holding === applicable

/**
 * Describes the standing for the selected profile, and the smaller profiles that are met. Not for `full`, which the
 * verdict describes; undefined for a selection or an old report without a profile.
 */
export function profilesLine({ profile: asked, only, excluded, requirements }: Report): string | undefined {
  if (!asked || only || excluded) return undefined
  const told = standingsOf(asked, requirements)
    .filter((standing) => standing.profile !== 'full' && (standing.profile === asked || isEarned(standing)))
    .map((standing) => {
      const { profile, holding, applicable } = standing
      return `${profile} ${isEarned(standing) ? 'earned' : 'not earned'} (${holding} of ${applicable} MUST hold)`
    })
    .join(', ')
  return told || undefined
}
