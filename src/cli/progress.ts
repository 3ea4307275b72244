import { cursorTo } from 'node:readline'
import { isWatched } from '../target/terminal.ts'

/** How performing goes on, in one line that overwrites itself; nothing where there is no terminal. */
export function progress(): { show: (ended: number, of: number, requests: number) => void; end: () => void } {
  const { stderr } = process
  if (!isWatched(stderr)) return { show: () => {}, end: () => {} }
  const clear = () => {
    cursorTo(stderr, 0)
    stderr.clearLine(0)
  }
  return {
    show(ended, of, requests) {
      clear()
      stderr.write(`performing: ${ended} of ${of} scenarios, ${requests} requests`)
    },
    end: clear,
  }
}
