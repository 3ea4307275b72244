import { isWithin, type Profile, profiles } from '../shared/profile.ts'
import type { Report, ReportedRequirement } from './report.ts'

/** How a target stands to one profile: of the MUST that apply to it, how many hold. */
export interface Standing {
  readonly profile: Profile
  readonly holding: number
  readonly applicable: number
}

type Judged = Pick<ReportedRequirement, 'level' | 'verdict' | 'profile'>

/** How a target stands to every profile that was asked for, the smallest first. */
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

/** Whether every MUST of the profile passed, and there was at least one. */
export const isEarned = ({ holding, applicable }: Standing): boolean => applicable > 0 && holding === applicable

/**
 * What a target may claim, for people: how it stands to the profile that was asked for, and which smaller ones it has
 * earned. Of everything the verdict tells. Nothing where only a part was asked, or an old report does not tell.
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
