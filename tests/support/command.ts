import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own for what a command writes. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'contract-'))

/** The caller's environment without its settings, and what is given. */
export function ownEnvironment(environment: Record<string, string>): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !/^(MAGENTO_|FORCE_COLOR|NO_COLOR|CI$|GITHUB_)/.test(name))
  return { ...Object.fromEntries(own), ...environment }
}

/** Runs a TypeScript entry of this repository as its npm script does, with nothing of the caller's settings. */
export function run(entry: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const env = ownEnvironment(environment)
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', entry, ...args], { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
    })
  })
}

/** `npm run contract -- …` */
export const contract = (args: readonly string[], environment?: Record<string, string>): Promise<Ended> =>
  run('src/cli.ts', args, environment)
