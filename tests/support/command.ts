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

/** Creates a new folder for the files of a command. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'contract-'))

/** If a test stops a server, the command must not wait for its return. */
const impatient = { MAGENTO_CLEANUP_TIMEOUT: '0' }

/** Returns the caller's environment without settings, plus the given ones. */
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

/** Runs a TypeScript file of this repository like its npm script, without the caller's settings. */
export const run = (entry: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> =>
  started(['--import', 'tsx', entry, ...args], environment)

/** Runs the built `npm run contract -- …`, which starts in a third of the time of the sources. */
export const contract = (args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> =>
  started([builtCommand, ...args], { ...asNpmRun, ...environment })

/** Runs `npm run contract -- …` from the sources. */
export const contractFromSources = (args: readonly string[], environment?: Record<string, string>): Promise<Ended> =>
  run('src/cli/index.ts', args, environment)

/** Heap limit in megabytes, so that uncollected garbage does not count as used memory. */
const mostHeap = 320

/** Runs `npm run contract -- …`. @returns also its maximum memory in megabytes */
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
