import { writeFileSync } from 'node:fs'
import { newestRecorded } from '../../release/index.ts'
import { record } from '../support/run.ts'
import { runMutants } from './run.ts'
import { summarise } from './summary.ts'

/** `npm run mutants`: judges every mutant of every response that a requirement reads; writes docs/mutants.json. */
const summary = summarise(newestRecorded, runMutants(await record({ release: newestRecorded })))
writeFileSync(new URL('../../docs/mutants.json', import.meta.url), `${JSON.stringify(summary, null, 1)}\n`)
console.log(
  `${summary.caught} of ${summary.mutants} mutants caught: ${summary.caughtOfBreaking} % of those that break a promise`,
)
for (const survivor of summary.survivors) console.log(`  survives: ${survivor}`)
process.exitCode = summary.caughtOfBreaking >= 97 ? 0 : 1
