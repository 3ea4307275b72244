import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { root } from './root.ts'

/** What the build reads besides the modules that it bundles. */
const alsoRead = ['build', 'schemas', 'fixtures', 'package.json', 'package-lock.json']

const stampIn = (folder: string) => join(root, folder, 'built-from.json')

/**
 * Writes into a built folder which files it was built from, with the time at which each was last changed.
 * @param begun when the build began: what changed since may have been read before, and counts as changed
 */
export function writeStamp(folder: string, { inputs }: Metafile, begun: number): void {
  const modules = Object.keys(inputs).filter((path) => !path.includes(':') && !path.includes('node_modules'))
  const times = Object.entries(timesOf([...modules, ...alsoRead.flatMap(filesIn)]))
  // What has no time is no file, but a module that the build itself wrote.
  const known = times.flatMap(([path, time]) => (time === undefined ? [] : [[path, time < begun ? time : 0]]))
  writeFileSync(stampIn(folder), JSON.stringify(Object.fromEntries(known)))
}

/** Whether no file that a folder was built from has changed since. */
export function isCurrent(folder: string): boolean {
  try {
    const last = JSON.parse(readFileSync(stampIn(folder), 'utf8')) as Record<string, number>
    return JSON.stringify(last) === JSON.stringify(timesOf(Object.keys(last)))
  } catch {
    return false
  }
}

const timesOf = (paths: readonly string[]): Record<string, number | undefined> =>
  Object.fromEntries(paths.map((path) => [path, statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs]))

function filesIn(path: string): string[] {
  const full = join(root, path)
  return statSync(full).isFile()
    ? [path]
    : readdirSync(full, { recursive: true }).map((file) => join(path, String(file)))
}
