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
 * Runs a command of the user's by the shell, with a time limit on it and all that it starts.
 * @param added to the environment
 * @param timeout milliseconds
 */
export function runCommand(command: string, added: Readonly<Record<string, string>>, timeout: number): Promise<Ran> {
  return new Promise((resolve) => {
    // A process group of its own, so that what the shell started can be stopped with it.
    const child = spawn(command, { shell: true, detached: true, env: { ...environmentOf(), ...added } })
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

/** The user's own environment without what the suite was trusted with: a command needs no admin token. */
function environmentOf(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MAGENTO_')))
}
