import { cursorTo } from 'node:readline'

/** How performing goes on, in one line that overwrites itself; nothing where there is no terminal. */
export function progress(): { show: (ended: number, of: number, requests: number) => void; end: () => void } {
  const { stderr } = process
  if (!stderr.isTTY || process.env.CI) return { show: () => {}, end: () => {} }
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
