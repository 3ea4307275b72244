import { closeSync, existsSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileProblem } from '../shared/file-problem.ts'
import { UsageError } from '../target/settings.ts'

/**
 * Makes a folder for reports, and those above it.
 * @throws UsageError when there can be none
 */
export function makeFolder(folder: string): void {
  try {
    // Node's own `recursive` never ends below a folder that takes none, such as /proc.
    for (const path of missing(resolve(folder))) makeOne(path)
    if (!statSync(folder).isDirectory()) throw new Error('it is a file')
  } catch (error) {
    throw new UsageError(`"${folder}" cannot be the folder for the reports: ${fileProblem(error)}`)
  }
}

/** Makes a folder, unless another run was first. */
function makeOne(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** A folder and those above it that are not there, the highest first. */
const missing = (path: string): string[] => (existsSync(path) ? [] : [...missing(dirname(path)), path])

/**
 * Writes a text piece by piece: as one text it could be larger than the memory.
 * @throws UsageError when it cannot be written
 */
export function writePieces(folder: string, name: string, pieces: Iterable<string>): void {
  const path = join(folder, name)
  // What renders a piece fails for a reason of its own.
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
