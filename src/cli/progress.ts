import { cursorTo } from 'node:readline'
import { isWatched } from '../target/terminal.ts'

export interface Progress {
  /** Told what is being done from now on: `looking at the shop`, `judging`. @param inLogs whether a log is told too */
  begin(what: string, inLogs?: boolean): void
  show(ended: number, of: number, requests: number): void
  /** Told when a scenario begins to wait for so many seconds. */
  wait(seconds: number): void
  /** Takes the line away, as something else is about to be written; it comes back. */
  clear(): void
  end(): void
}

/** Seconds of waiting that nobody needs to be told of. */
const short = 3

/**
 * How a run goes on: in one line that overwrites itself where a person watches; a log gets a line when a shop is
 * about to be asked, and one for a wait, since a run that seems to hang is stopped.
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
