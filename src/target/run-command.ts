import { spawn } from 'node:child_process'

export interface Ran {
  /** Exit code; undefined if it was killed or could not be started. */
  readonly code: number | undefined
  /** The last 2,000 characters of stdout and stderr. */
  readonly output: string
  readonly timedOut: boolean
}

const longestOutput = 2000

/**
 * Runs a command of the user in the shell, with a timeout for it and its child processes.
 * @param added additional environment variables
 * @param timeout milliseconds
 */
export function runCommand(command: string, added: Readonly<Record<string, string>>, timeout: number): Promise<Ran> {
  return new Promise((resolve) => {
    // A separate process group, so that child processes can be stopped too.
    const child = spawn(command, {
      shell: true,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environmentOf(), ...added },
    })
    let output = ''
    let timedOut = false
    const keep = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-longestOutput)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const stop = () => {
      timedOut = true
      try {
        process.kill(-(child.pid as number), 'SIGKILL')
      } catch {
        child.kill('SIGKILL')
      }
      finish(undefined)
    }
    const timer = setTimeout(stop, timeout)
    const finish = (code: number | undefined) => {
      clearTimeout(timer)
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code, output: output.trim(), timedOut })
    }
    child.on('error', (error) => {
      keep(Buffer.from(error.message))
      finish(undefined)
    })
    child.on('exit', (code) => setImmediate(() => finish(code ?? undefined)))
  })
}

/**
 * Returns why a command failed and what it printed, to follow its name in a sentence; undefined for success.
 * @param timeout of the command, in milliseconds
 * @param redact removes secrets from its output
 */
export function failureOf(ran: Ran, timeout: number, redact: (text: string) => string): string | undefined {
  if (ran.code === 0) return undefined
  const printed = printedBy(ran, redact)
  if (ran.timedOut) return `did not end within ${timeout / 1000} s and was stopped; ${printed}`
  return ran.code === undefined ? `could not be run; ${printed}` : `ended with ${ran.code}; ${printed}`
}

/** Returns a phrase with a command's output. @param redact removes secrets from it */
export function printedBy({ output }: Ran, redact: (text: string) => string): string {
  return output ? `it printed: ${redact(output)}` : 'it printed nothing'
}

/** The environment without the suite's settings: a command needs no administrator token. */
function environmentOf(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MAGENTO_')))
}
