import { cursorTo } from 'node:readline'
import { isWatched } from '../target/terminal.ts'

export interface Progress {
  /** Starts a phase: `looking at the shop`, `judging`. @param inLogs true to print it to logs too */
  begin(what: string, inLogs?: boolean): void
  show(ended: number, of: number, requests: number): void
  /** Called when a scenario starts to wait, with the seconds. */
  wait(seconds: number): void
  /** Removes the line before other output; it comes back later. */
  clear(): void
  end(): void
}

/** Waits up to this many seconds are not shown. */
const short = 3

/**
 * Shows the progress of a run. A terminal has one line that is overwritten; a log gets a line when a phase starts, and
 * one for each wait, so that the run does not seem to hang.
 */
export function progress(stderr: NodeJS.WriteStream = process.stderr): Progress {
  return isWatched(stderr) ? watched(stderr) : logged(stderr)
}

function logged(stderr: NodeJS.WriteStream): Progress {
  return {
    begin(what, inLogs = false) {
      if (inLogs) stderr.write(`${what} …\n`)
    },
    show: () => {},
    wait(seconds) {
      if (seconds > short)
        stderr.write(`waiting ${Math.ceil(seconds)} s for a token to expire, beside the other work\n`)
    },
    clear: () => {},
    end: () => {},
  }
}

function watched(stderr: NodeJS.WriteStream): Progress {
  let state = ''
  let waitsUntil = 0
  let timer: NodeJS.Timeout | undefined
  const wipe = () => {
    cursorTo(stderr, 0)
    stderr.clearLine(0)
  }
  const draw = () => {
    const left = Math.ceil((waitsUntil - Date.now()) / 1000)
    wipe()
    const waiting = left > 0 ? `waiting ${left} s more for a token to expire` : ''
    stderr.write([state, waiting].filter(Boolean).join(', '))
    timer ??= setInterval(draw, 1000).unref()
  }
  const stop = () => {
    if (!timer) return
    clearInterval(timer)
    timer = undefined
    wipe()
  }
  return {
    begin(what) {
      state = `${what} …`
      draw()
    },
    show(ended, of, requests) {
      state = `performing: ${ended} of ${of} scenarios, ${requests} requests`
      draw()
    },
    wait(seconds) {
      waitsUntil = Math.max(waitsUntil, Date.now() + seconds * 1000)
    },
    clear: stop,
    end: stop,
  }
}
