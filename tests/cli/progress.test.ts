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
  bar.begin('looking at the shop', true)
  expect(written.at(-1)).toBe('looking at the shop …')
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
  bar.begin('looking at the shop', true)
  bar.show(1, 3, 20)
  bar.wait(2)
  bar.wait(9.5)
  bar.begin('judging 5 answers')
  bar.end()
  expect(written).toEqual(['looking at the shop …\n', 'waiting 10 s for a token to expire, beside the other work\n'])
})
