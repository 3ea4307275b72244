import { constants } from 'node:os'
import { calledAs } from '../shared/command.ts'

/** Sent by Ctrl-C, a closing terminal, or a cancelled CI job. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Milliseconds within which a second signal is a duplicate: npm and the terminal both forward it. */
const echo = 1000

export interface Interruption {
  readonly signal: AbortSignal
  /** Shell exit code: 130 for Ctrl-C, 143 for SIGTERM; undefined before an interrupt. */
  readonly exitCode: number | undefined
  /** Restores the default, so that signals end the process immediately. */
  end(): void
}

/** Listens for signals: the first stops the run, which then cleans up; the next ends the process immediately. */
export function listenForInterruption(): Interruption {
  const stop = new AbortController()
  let exitCode: number | undefined
  let first = 0
  const interrupted = (name: (typeof signals)[number]) => {
    const code = 128 + constants.signals[name]
    if (exitCode !== undefined) {
      if (performance.now() - first < echo) return
      console.error(`\nStopped. \`${calledAs} sweep\` removes what is left.`)
      process.exit(code)
    }
    exitCode = code
    first = performance.now()
    console.error(
      '\nStopping: no more scenarios, only the accounts of the run are deleted. A second signal stops that too.',
    )
    stop.abort()
  }
  for (const name of signals) process.on(name, interrupted)
  return {
    signal: stop.signal,
    get exitCode() {
      return exitCode
    },
    end: () => {
      for (const name of signals) process.off(name, interrupted)
    },
  }
}
