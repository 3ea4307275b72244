import { readFileSync } from 'node:fs'
import '../../specs/index.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { isWithin, profiles, profileTexts } from '../../src/shared/profile.ts'

export const profilesPage = new URL('../../docs/profiles.md', import.meta.url)

/** Returns docs/profiles.md with current numbers of requirements. */
export function currentProfilesPage(): string {
  const rows = profiles.map((profile) => {
    const within = requirements.filter((one) => isWithin(one.profile, profile))
    const chapters = new Map<string, number>()
    for (const { chapter, profile: own } of requirements)
      if (own === profile) chapters.set(chapter, (chapters.get(chapter) ?? 0) + 1)
    const added = [...chapters].map(([chapter, count]) => `${chapter} ${count}`).join(', ')
    const musts = within.filter(({ level }) => level === 'must').length
    return `| \`${profile}\` | ${profileTexts[profile]} | ${within.length} | ${musts} | ${added} |`
  })
  return readFileSync(profilesPage, 'utf8').replace(
    /(<!-- profiles -->\n.*\n.*\n)[\s\S]*?(<!-- \/profiles -->)/,
    (_, begin, end) => `${begin}${rows.join('\n')}\n${end}`,
  )
}
