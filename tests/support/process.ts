import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface RunningProcess {
  /** The output up to the line that was waited for. */
  readonly output: string
  /** Stops it, and waits for its end. */
  stop(): Promise<void>
}

/**
 * Starts a program and waits until it is ready.
 * @param ready its output when ready, or the port on which it then listens
 * @throws Error with its output if it ends before
 */
export async function startProcess(
  program: string,
  args: readonly string[],
  ready: RegExp | number,
  env: Readonly<Record<string, string | undefined>> = process.env,
  cwd = process.cwd(),
): Promise<RunningProcess> {
  const child = spawn(program, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const printed = untilPrinted(child, ready instanceof RegExp ? ready : undefined)
  const output = await (ready instanceof RegExp ? printed : Promise.race([printed, untilListening(ready)]))
  return {
    output,
    async stop() {
      // With its child processes, because a wrapper such as faketime does not stop its program.
      process.kill(-(child.pid as number))
      await ended
    },
  }
}

async function untilListening(port: number): Promise<string> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return ''
    await sleep(50)
  }
}

/** @param ready undefined to wait only for its end */
function untilPrinted(child: ChildProcess, ready: RegExp | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer) => {
      output += chunk
      if (ready?.test(output)) resolve(output)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${output}`)))
  })
}
