import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * `npm run contract`: runs the command in a clone, and builds it first if a source has changed. Compiling each module
 * at load time would take longer than a short run. This file is JavaScript, so that it needs no compilation either.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

const stampOf = (folder) => join(dist, folder, 'built-from.json')

/** The last complete build; an unfinished one has no stamp yet. */
const newest = () =>
  readdirSync(dist)
    .filter((name) => /^clone-\d+$/.test(name) && existsSync(stampOf(name)))
    .sort()
    .at(-1)

/** True if no input file has changed since the build. */
function isCurrent() {
  try {
    const times = Object.entries(JSON.parse(readFileSync(stampOf(newest()), 'utf8')))
    return times.every(([path, time]) => statSync(join(root, path)).mtimeMs === time)
  } catch {
    return false
  }
}

if (!isCurrent()) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'build/clone.ts'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(3)
}
// Stack traces show lines of the sources.
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(dist, newest(), 'cli.js')).href)
