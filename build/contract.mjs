import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * `npm run contract`: runs the command of a clone, built from its sources when one has changed. To compile each module
 * when it is loaded takes longer than all else of a short run. It is JavaScript, so that nothing compiles it either.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

const stampOf = (folder) => join(dist, folder, 'built-from.json')

/** The folder that was built last; one that is being built has no stamp yet. */
const newest = () =>
  readdirSync(dist)
    .filter((name) => /^clone-\d+$/.test(name) && existsSync(stampOf(name)))
    .sort()
    .at(-1)

/** Whether no file that it was built from has changed since. */
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
// A stack trace names the lines of the sources.
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(dist, newest(), 'cli.js')).href)
