import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../build/root.ts'
import { asNpmRun, builtCommand } from './built.ts'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own for what a command writes. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'contract-'))

/** Where a server is made to vanish, no test waits for it to come back. */
const impatient = { MAGENTO_CLEANUP_TIMEOUT: '0' }

/** The caller's environment without its settings, and what is given. */
export function ownEnvironment(environment: Record<string, string>): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(MAGENTO_|FORCE_COLOR|NO_COLOR|CI$|GITHUB_|JENKINS_URL$|TF_BUILD$|TEAMCITY_VERSION$)/.test(name),
  )
  const cleansUp = Object.keys(environment).some((name) => /^MAGENTO_(ADMIN|INTEGRATION)_/.test(name))
  return { ...Object.fromEntries(own), ...(cleansUp ? impatient : {}), ...environment }
}

function started(args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const env = ownEnvironment(environment)
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
    })
  })
}

/** Runs a TypeScript entry of this repository as its npm script does, with nothing of the caller's settings. */
export const run = (entry: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> =>
  started(['--import', 'tsx', entry, ...args], environment)

/** `npm run contract -- …`, built: it starts in a third of the time that the sources take. */
export const contract = (args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> =>
  started([builtCommand, ...args], { ...asNpmRun, ...environment })

/** `npm run contract -- …`, from the sources. */
export const contractFromSources = (args: readonly string[], environment?: Record<string, string>): Promise<Ended> =>
  run('src/cli/index.ts', args, environment)

/** In megabytes: garbage that nobody has cleared away yet is no memory that the suite needs. */
const mostHeap = 320

/** `npm run contract -- …`, and the most memory that it had, in megabytes. */
export async function measuredContract(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Ended & { megabytes: number }> {
  const file = join(newFolder(), 'peak')
  const preload = new URL('peak.mjs', import.meta.url).href
  const ended = await contract(args, {
    ...environment,
    NODE_OPTIONS: `--import=${preload} --max-old-space-size=${mostHeap}`,
    CONTRACT_TEST_PEAK_FILE: file,
  })
  const peaks = readFileSync(file, 'utf8').trim().split('\n').map(Number)
  return { ...ended, megabytes: Math.max(...peaks) / 1024 }
}
