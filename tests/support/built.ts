import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../../build/bundle.ts'
import { root } from '../../build/root.ts'

const folder = 'dist/test'
const stamp = join(root, folder, 'built-from.json')

/** The command line interface, built from the sources: most tests start it, since it starts in a third of the time. */
export const builtCommand = join(root, folder, 'cli.js')

/** What npm tells a script of that name, by which messages say `npm run contract --`. */
export const asNpmRun = { npm_command: 'run', npm_lifecycle_event: 'contract' }

/** What the build reads besides the modules that it bundles. */
const alsoRead = ['build', 'schemas', 'fixtures', 'package.json', 'package-lock.json']

/** Builds the command before the first test, unless nothing changed since it was last built here. */
export default async function buildWhereChanged(): Promise<void> {
  const last = readStamp()
  if (last && JSON.stringify(last) === JSON.stringify(timesOf(Object.keys(last)))) return
  rmSync(join(root, folder), { recursive: true, force: true })
  const { inputs } = await bundle(folder)
  const modules = Object.keys(inputs).filter((path) => !path.includes(':') && !path.includes('node_modules'))
  writeFileSync(stamp, JSON.stringify(timesOf([...modules, ...alsoRead.flatMap(filesIn)])))
}

function readStamp(): Record<string, number | undefined> | undefined {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'))
  } catch {
    return undefined
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
