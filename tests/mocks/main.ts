import { writeFileSync } from 'node:fs'
import { judgeAll } from './judged.ts'
import { currentPage, page, unexplained } from './page.ts'

/** `npm run mocks`: judges every mock of `mocks/` and writes docs/mocks.md. */
const judged = await judgeAll()
writeFileSync(page, currentPage(judged))
const { without, stale } = unexplained(judged)
for (const one of without) console.log(`${one} fails, and tests/mocks/limits.ts gives no reason`)
for (const one of stale) console.log(`${one} passes, and tests/mocks/limits.ts gives a reason`)
process.exit(without.length + stale.length > 0 ? 1 : 0)
