import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { derive, publishedReleases } from './derive.ts'

/** `npm run published -- FOLDER`: writes schemas/published/ from the documents in FOLDER. */
const from = process.argv[2]
if (!from) {
  console.error('name the folder of the documents: npm run published -- /path/to/published')
  process.exit(2)
}
const to = fileURLToPath(new URL('../../../schemas/published/', import.meta.url))
mkdirSync(to, { recursive: true })
for (const release of publishedReleases)
  writeFileSync(join(to, `${release}.json`), `${JSON.stringify(derive(from, release), undefined, 1)}\n`)
