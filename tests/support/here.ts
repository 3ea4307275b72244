import { vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { type Ended, ownEnvironment } from './command.ts'

/**
 * Like `contract`, but in this process: for tests of exit codes and messages that need no separate process.
 * One at a time, because environment and console are shared.
 */
export async function contractHere(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const printed = { stdout: '', stderr: '' }
  const own = ownEnvironment(environment)
  for (const name of Object.keys(process.env)) if (!(name in own)) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries(own)) if (value !== process.env[name]) vi.stubEnv(name, value)
  const catching = (method: 'log' | 'error', stream: keyof typeof printed) =>
    vi.spyOn(console, method).mockImplementation((text) => {
      printed[stream] += `${text}\n`
    })
  const log = catching('log', 'stdout')
  const error = catching('error', 'stderr')
  try {
    return { code: await main([...args]), ...printed }
  } finally {
    log.mockRestore()
    error.mockRestore()
    vi.unstubAllEnvs()
  }
}
