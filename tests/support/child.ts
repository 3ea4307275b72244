import { type ChildProcess, spawn } from 'node:child_process'
import { root } from '../../build/root.ts'
import { asNpmRun, builtCommand } from './built.ts'
import { ownEnvironment } from './command.ts'

export interface Child {
  readonly process: ChildProcess
  /** The output so far. */
  readonly output: () => string
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** Starts `npm run contract -- …` as one process, so that a signal reaches the suite itself, not a wrapper. */
export function startContract(args: readonly string[], environment: Record<string, string>): Child {
  const child = spawn(process.execPath, [builtCommand, ...args], {
    cwd: root,
    env: ownEnvironment({ ...asNpmRun, ...environment }),
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk))
  return {
    process: child,
    output: () => printed,
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal }))),
  }
}
