import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../../build/bundle.ts'
import { root } from '../../build/root.ts'
import { isCurrent, writeStamp } from '../../build/stamp.ts'

const folder = 'dist/test'

/** The command line interface, built from the sources: most tests start it, since it starts in a third of the time. */
export const builtCommand = join(root, folder, 'cli.js')

/** What npm tells a script of that name, by which messages say `npm run contract --`. */
export const asNpmRun = { npm_command: 'run', npm_lifecycle_event: 'contract' }

/** Builds the command before the first test, unless nothing changed since it was last built here. */
export default async function buildWhereChanged(): Promise<void> {
  if (isCurrent(folder)) return
  const begun = Date.now()
  rmSync(join(root, folder), { recursive: true, force: true })
  writeStamp(folder, await bundle(folder), begun)
}
