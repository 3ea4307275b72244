import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../../build/bundle.ts'
import { root } from '../../build/root.ts'
import { isCurrent, writeStamp } from '../../build/stamp.ts'

const folder = 'dist/test'

/** The command, built from the sources: most tests use it, because it starts in a third of the time. */
export const builtCommand = join(root, folder, 'cli.js')

/** Environment of an npm script of that name, so that messages contain `npm run contract --`. */
export const asNpmRun = { npm_command: 'run', npm_lifecycle_event: 'contract' }

/** Builds the command before the first test if a source has changed since the last build. */
export default async function buildWhereChanged(): Promise<void> {
  if (isCurrent(folder)) return
  const begun = Date.now()
  rmSync(join(root, folder), { recursive: true, force: true })
  writeStamp(folder, await bundle(folder), begun)
}
