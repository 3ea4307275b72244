import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, test } from 'vitest'

/** Folders of daemons, which are not in the PATH of a user. */
const daemons = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** Returns the path of an installed program; undefined if it is not installed. */
export function programPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...daemons]
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/**
 * Groups tests that need programs besides Node. If one is missing, the group is skipped, with one
 * line about what to install; with CONTRACT_TESTS_COMPLETE=1, as in CI, it fails instead.
 * @param packages the Debian package of each program, by its name: `{ faketime: 'faketime' }`
 * @param more other conditions, each with what to do if it is not met
 */
export function needs(
  packages: Readonly<Record<string, string>>,
  more: Readonly<Record<string, boolean>> = {},
): (name: string, tests: () => void) => void {
  const missing = Object.keys(packages).filter((program) => !programPath(program))
  const unmet = Object.keys(more).filter((remedy) => !more[remedy])
  if (missing.length === 0 && unmet.length === 0) return describe
  const install = [...new Set(missing.map((program) => packages[program]))].join(' ')
  const remedy = [...(install ? [`apt-get install ${install}`] : []), ...unmet].join('; ')
  return (name) => {
    test(name, ({ skip }) => {
      if (process.env.CONTRACT_TESTS_COMPLETE === '1') throw new Error(`it may not be skipped here: ${remedy}`)
      console.warn(`skipped: ${name} (${remedy})`)
      skip(remedy)
    })
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
