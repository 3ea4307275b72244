import { writeFileSync } from 'node:fs'
import { currentReadme, readme } from './figures.ts'
import { currentProfilesPage, profilesPage } from './profiles.ts'

/** `npm run figures`: writes the numbers and the sample run of README.md, and the tables of docs/profiles.md. */
writeFileSync(readme, await currentReadme())
writeFileSync(profilesPage, currentProfilesPage())
