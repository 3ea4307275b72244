import { afterEach, expect, test, vi } from 'vitest'
import { progress } from '../../src/cli/progress.ts'

afterEach(() => vi.unstubAllEnvs())

/** Returns the output for a terminal or a log. */
function stream(isTTY: boolean) {
  const written: string[] = []
  const write = (text: string) => written.push(text) > 0
  const clearLine = () => written.push('\r') > 0
  return { written, stderr: { isTTY, write, clearLine, cursorTo: clearLine } as unknown as NodeJS.WriteStream }
}

test('a terminal shows the current phase at once, and the line is removed at the end', () => {
  vi.stubEnv('CI', '')
  const { written, stderr } = stream(true)
  const bar = progress(stderr)
  bar.begin('checking the shop', true)
  expect(written.at(-1)).toBe('checking the shop …')
  bar.show(0, 3, 0)
  expect(written.at(-1)).toBe('performing: 0 of 3 scenarios, 0 requests')
  bar.begin('judging 5 answers')
  expect(written.at(-1)).toBe('judging 5 answers …')
  bar.end()
  expect(written.at(-1)).toBe('\r')
})

test('a log has one line for a shop, and one for each long wait', () => {
  const { written, stderr } = stream(false)
  const bar = progress(stderr)
  bar.begin('checking the shop', true)
  bar.show(1, 3, 20)
  bar.wait(2)
  bar.wait(9.5)
  bar.begin('judging 5 answers')
  bar.end()
  expect(written).toEqual([
    'checking the shop …\n',
    'waiting 10 s for a token to expire, while other scenarios continue\n',
  ])
})

test('a log of a long run says each minute how far it is, and about how long it still takes', () => {
  vi.useFakeTimers({ now: 0 })
  const { written, stderr } = stream(false)
  const bar = progress(stderr)
  bar.show(0, 90, 0)
  for (const minutes of [0.5, 1, 1.5, 2]) {
    vi.setSystemTime(minutes * 60_000)
    bar.show(minutes * 10, 90, 100)
  }
  vi.useRealTimers()
  expect(written).toEqual([
    'performing: 10 of 90 scenarios, 100 requests, about 8 min left\n',
    'performing: 20 of 90 scenarios, 100 requests, about 7 min left\n',
  ])
})

test('the rest of a run is estimated from the scenarios that have ended', () => {
  vi.useFakeTimers({ now: 0 })
  vi.stubEnv('CI', '')
  const { written, stderr } = stream(true)
  const bar = progress(stderr)
  bar.show(0, 90, 0)
  vi.setSystemTime(60_000)
  bar.show(9, 90, 80)
  expect(written.at(-1)).toBe('performing: 9 of 90 scenarios, 80 requests, about 9 min left')
  bar.show(60, 90, 500)
  expect(written.at(-1)).toBe('performing: 60 of 90 scenarios, 500 requests, about 1 min left')
  bar.end()
  vi.useRealTimers()
})
