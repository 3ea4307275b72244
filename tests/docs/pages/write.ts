import { makeRepeatable } from './repeatable.ts'

makeRepeatable()

/** `npm run requirement-pages`: writes docs/requirements, or another given folder. */
const { mkdirSync, rmSync, writeFileSync } = await import('node:fs')
const { join, resolve } = await import('node:path')
const { fileURLToPath } = await import('node:url')
const { requirements } = await import('../../../src/judge/requirement.ts')
await import('../../../specs/index.ts')
const { examplesOf } = await import('./examples.ts')
const { indexPage } = await import('./index-page.ts')
const { requirementPage } = await import('./page.ts')

const pages = new Map([['README.md', indexPage(requirements)]])
for (const requirement of requirements)
  pages.set(`${requirement.id}.md`, requirementPage(requirement, await examplesOf(requirement)))

const own = fileURLToPath(new URL('../../../docs/requirements', import.meta.url))
const folder = process.argv[2] ? resolve(process.argv[2]) : own
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const [name, text] of pages) writeFileSync(join(folder, name), text)
console.log(`${folder}: ${requirements.length} pages and an index`)
