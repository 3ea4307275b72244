import { cursorTo } from 'node:readline'
import { isWatched } from '../target/terminal.ts'

export interface Progress {
  /** Starts a phase: `checking the shop`, `judging`. @param inLogs true to print it to logs too */
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
 * Shows the progress of a run. A terminal has one line that is overwritten; a log gets a line when a phase starts, one
 * for each wait, and one each minute of a long run, so that the run does not seem to hang.
 */
export function progress(stderr: NodeJS.WriteStream = process.stderr): Progress {
  return isWatched(stderr) ? watched(stderr) : logged(stderr)
}

/** Milliseconds of a run before its rest is estimated. */
const beforeEstimate = 20_000
/** Milliseconds between two lines about a long run in a log. */
const betweenLines = 60_000

/** Returns how many scenarios have ended, and what the rest will take if it goes on like this. */
function performed(startedAt: number, ended: number, of: number, requests: number): string {
  const passed = Date.now() - startedAt
  const done = `performing: ${ended} of ${of} scenarios, ${requests} requests`
  if (passed < beforeEstimate || ended < of / 10 || ended === of) return done
  const minutes = Math.round(((passed / ended) * (of - ended)) / 60_000)
  return `${done}, ${minutes < 1 ? 'less than a minute' : `about ${minutes} min`} left`
}

function logged(stderr: NodeJS.WriteStream): Progress {
  let startedAt: number | undefined
  let toldAt = 0
  return {
    begin(what, inLogs = false) {
      if (inLogs) stderr.write(`${what} …\n`)
    },
    show(ended, of, requests) {
      startedAt ??= toldAt = Date.now()
      if (Date.now() - toldAt < betweenLines) return
      toldAt = Date.now()
      stderr.write(`${performed(startedAt, ended, of, requests)}\n`)
    },
    wait(seconds) {
      if (seconds > short)
        stderr.write(`waiting ${Math.ceil(seconds)} s for a token to expire, while other scenarios continue\n`)
    },
    clear: () => {},
    end: () => {},
  }
}

function watched(stderr: NodeJS.WriteStream): Progress {
  let state = ''
  let startedAt: number | undefined
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
      startedAt ??= Date.now()
      state = performed(startedAt, ended, of, requests)
      draw()
    },
    wait(seconds) {
      waitsUntil = Math.max(waitsUntil, Date.now() + seconds * 1000)
    },
    clear: stop,
    end: stop,
  }
}
