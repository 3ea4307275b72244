import { cursorTo } from 'node:readline'
import { isWatched } from '../target/terminal.ts'

export interface Progress {
  show(ended: number, of: number, requests: number): void
  /** Told when a scenario begins to wait for so many seconds. */
  wait(seconds: number): void
  end(): void
}

/** Seconds of waiting that nobody needs to be told of. */
const short = 3

/**
 * How performing goes on: in one line that overwrites itself where a person watches; a log gets a line for a wait
 * alone, since a run that seems to hang is stopped.
 */
export function progress(): Progress {
  const { stderr } = process
  let state = ''
  let waitsUntil = 0
  if (!isWatched(stderr))
    return {
      show: () => {},
      wait(seconds) {
        if (seconds > short)
          stderr.write(`waiting ${Math.ceil(seconds)} s for a token to expire, beside the other work\n`)
      },
      end: () => {},
    }
  const draw = () => {
    const left = Math.ceil((waitsUntil - Date.now()) / 1000)
    cursorTo(stderr, 0)
    stderr.clearLine(0)
    const waiting = left > 0 ? `waiting ${left} s more for a token to expire` : ''
    stderr.write([state, waiting].filter(Boolean).join(', '))
  }
  const timer = setInterval(draw, 1000)
  timer.unref()
  return {
    show(ended, of, requests) {
      state = `performing: ${ended} of ${of} scenarios, ${requests} requests`
      draw()
    },
    wait(seconds) {
      waitsUntil = Math.max(waitsUntil, Date.now() + seconds * 1000)
    },
    end() {
      clearInterval(timer)
      cursorTo(stderr, 0)
      stderr.clearLine(0)
    },
  }
}
