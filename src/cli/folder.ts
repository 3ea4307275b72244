import { closeSync, existsSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileProblem } from '../shared/file-problem.ts'
import { UsageError } from '../target/settings.ts'

/**
 * Creates a folder for reports, with its parents.
 * @throws UsageError if it cannot be created
 */
export function makeFolder(folder: string): void {
  try {
    // Node's own `recursive` option hangs below folders such as /proc where nothing can be created.
    for (const path of missing(resolve(folder))) makeOne(path)
    if (!statSync(folder).isDirectory()) throw new Error('it is a file')
  } catch (error) {
    throw new UsageError(`"${folder}" cannot be the folder for the reports: ${fileProblem(error)}`)
  }
}

/** Creates a folder, unless another run was first. */
function makeOne(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Returns the missing folders of a path, outermost first. */
const missing = (path: string): string[] => (existsSync(path) ? [] : [...missing(dirname(path)), path])

/**
 * Writes a text in chunks; as a single string it could exceed the memory.
 * @throws UsageError if it cannot be written
 */
export function writePieces(folder: string, name: string, pieces: Iterable<string>): void {
  const path = join(folder, name)
  // Only errors of writing are converted, not those of rendering.
  const attempt = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw new UsageError(`"${path}" cannot be written: ${fileProblem(error)}`)
    }
  }
  const file = attempt(() => openSync(path, 'w'))
  try {
    for (const text of pieces) attempt(() => writeFileSync(file, text))
  } finally {
    closeSync(file)
  }
}
