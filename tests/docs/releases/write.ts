/** `npm run releases`: writes docs/releases. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { releasePages } from './pages.ts'

const folder = new URL('../../../docs/releases/', import.meta.url)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const pages = releasePages()
for (const [name, text] of pages) writeFileSync(new URL(name, folder), text)
console.log(`docs/releases: ${pages.size - 1} lines and an index`)
