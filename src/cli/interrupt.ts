import { constants } from 'node:os'
import { calledAs } from '../shared/command.ts'

/** What a person, a terminal that closes, or a CI that cancels sends. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Milliseconds in which a second signal is the same one: npm and a terminal each pass it on. */
const echo = 1000

export interface Interruption {
  readonly signal: AbortSignal
  /** As shells say it: 130 for Ctrl-C, 143 for SIGTERM; undefined as long as nobody interrupts. */
  readonly exitCode: number | undefined
  /** Signals end the process at once again. */
  end(): void
}

/** Listens for signals: the first stops the run, which then still cleans up; another one ends it at once. */
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
    console.error('\nStopping: no more questions, only what was created is removed. Once more stops that too.')
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
