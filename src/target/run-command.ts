import { spawn } from 'node:child_process'

export interface Ran {
  /** 0 when all went well; undefined when it was stopped, or could not be started. */
  readonly code: number | undefined
  /** Both outputs as they came, the last 2,000 characters. */
  readonly output: string
  readonly timedOut: boolean
}

const longestOutput = 2000

/**
 * Runs a command of the user in the shell, with a timeout for it and its child processes.
 * @param added variables for its environment
 * @param timeout milliseconds
 */
export function runCommand(command: string, added: Readonly<Record<string, string>>, timeout: number): Promise<Ran> {
  return new Promise((resolve) => {
    // A process group of its own, so that what the shell started can be stopped with it.
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
 * Why a command failed and what it printed, in words that go on after its name; undefined when all went well.
 * @param timeout milliseconds that it had
 * @param redact removes secrets from its output
 */
export function failureOf(ran: Ran, timeout: number, redact: (text: string) => string): string | undefined {
  if (ran.code === 0) return undefined
  const printed = printedBy(ran, redact)
  if (ran.timedOut) return `did not end within ${timeout / 1000} s and was stopped; ${printed}`
  return ran.code === undefined ? `could not be run; ${printed}` : `ended with ${ran.code}; ${printed}`
}

/** What a command printed, in words. @param redact removes secrets from it */
export function printedBy({ output }: Ran, redact: (text: string) => string): string {
  return output ? `it printed: ${redact(output)}` : 'it printed nothing'
}

/** The user's own environment without what the suite was trusted with: a command needs no admin token. */
function environmentOf(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MAGENTO_')))
}
