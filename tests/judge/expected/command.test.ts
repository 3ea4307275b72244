import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { newFolder } from '../../support/command.ts'
import { contractHere } from '../../support/here.ts'

const folder = newFolder()
const recording = join(folder, 'recording.har')
/** TOKEN-05 fails when a recording of the newest release is judged as one from before tokens were signed. */
const asOld = ['judge', recording, '--only', 'TOKEN', '--release', '2.4.3']

beforeAll(async () => {
  const { code } = await contractHere(['--only', 'TOKEN', '--out', folder])
  expect(code).toBe(0)
})

function listing(...ids: string[]): string {
  const file = join(newFolder(), 'expected.jsonc')
  const entries = ids.map((id) => `    { "id": "${id}", "reason": "known", "blocked": true }`)
  writeFileSync(file, `{\n  // ours\n  "expected": [\n${entries.join(',\n')}\n  ]\n}\n`)
  return file
}

async function failing(): Promise<string[]> {
  const out = newFolder()
  await contractHere([...asOld, '--out', out])
  const { requirements } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))
  return requirements
    .filter(
      ({ verdict, level }: Record<string, string>) => verdict === 'fail' || (verdict === 'blocked' && level === 'must'),
    )
    .map(({ id }: { id: string }) => id)
}

describe('judge', () => {
  test('ends with 0 if all failures are listed, else with 4, and reports both', async () => {
    const red = await failing()
    expect(red.length).toBeGreaterThan(0)
    expect((await contractHere(asOld)).code).toBe(1)
    const accepted = await contractHere([...asOld, '--expected', listing(...red)])
    expect(accepted.code).toBe(0)
    expect(accepted.stdout).toMatch(
      /expected \d+ accepted, 0 stale, 0 overdue: not conformant, but every failure is expected\n.*conformant: no/,
    )
    const file = listing(...red, 'TOKEN-01')
    const stale = await contractHere(asOld, { MAGENTO_EXPECTED: file })
    expect(stale.code).toBe(4)
    expect(stale.stdout).toMatch(/TOKEN-01 +stale: it passes/)
  })

  test('--update-expected removes entries that pass, and adds none', async () => {
    const red = await failing()
    const file = listing('TOKEN-01', ...red.slice(1), 'RESET-01')
    const first = await contractHere([...asOld, '--expected', file, '--update-expected'])
    expect(first.stderr).toBe(`${file}: removed TOKEN-01\n`)
    expect(first.code).toBe(1)
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('// ours')
    expect(text.match(/[A-Z]+-\d+/g)).toEqual([...red.slice(1), 'RESET-01'])
    const second = await contractHere([...asOld, '--expected', file, '--update-expected'])
    expect(second.stderr).toBe(`${file}: nothing to remove\n`)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

test('--write-expected adds failures; a run ends with 2 until each has a reason, and then with 0', async () => {
  const file = join(newFolder(), 'expected.jsonc')
  const written = await contractHere([...asOld, '--expected', file, '--write-expected'])
  expect(written.code).toBe(1)
  expect(written.stderr).toMatch(/expected\.jsonc: added \d+ failures in \d+ entries\. Write the reason of each/)
  const refused = await contractHere([...asOld, '--expected', file])
  expect(refused.code).toBe(2)
  expect(refused.stderr).toMatch(/expected\.jsonc:5: TOKEN-\d+.* \(line 5\).*: the reason is empty/)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replaceAll('"reason": ""', '"reason": "an old gateway"'))
  expect((await contractHere([...asOld, '--expected', file])).code).toBe(0)
  const again = await contractHere([...asOld, '--expected', file, '--write-expected'])
  expect(again.stderr).toBe(`${file}: nothing to add\n`)
  // Another failure of the same requirement is not accepted.
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"actual": ".*",/, '"actual": "something else",'))
  const different = await contractHere([...asOld, '--expected', file, '--write-expected'])
  expect(different.code).toBe(1)
  expect(different.stderr).toMatch(/nothing to add\n.*the entry of [A-Z]+-\d+.* accepts something else/)
})

test('a run uses the file too, and reads it before any request', async () => {
  const out = ['--reference', '--only', 'TOKEN', '--out', newFolder()]
  const stale = await contractHere([...out, '--expected', listing('TOKEN-01')])
  expect(stale.code).toBe(4)
  expect(stale.stdout.trimEnd().split('\n').at(-2)).toMatch(
    /^reports {2}.*: report\.json, report\.html, junit\.xml, .*recording\.har$/,
  )
  const wrong = await contractHere([...out, '--expected', listing('TOKEN-99')])
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toMatch(/expected\.jsonc:4: there is no requirement `TOKEN-99`\. Did you mean TOKEN-\d+\?/)
  expect(wrong.stdout).toBe('')
})

test.each([
  [['list', '--expected', 'x'], /list has no --expected/],
  [['report', 'x', '--update-expected'], /report has no --update-expected/],
  [['run', '--dry-run', '--update-expected'], /of no use with --dry-run/],
  [['run', '--reference', '--expected', '/nonexistent'], /"\/nonexistent" cannot be read/],
  [['run', '--dry-run', '--write-expected'], /of no use with --dry-run/],
  [['run', '--write-expected'], /--write-expected has no file: name one with --expected/],
  [['list', '--write-expected'], /list has no --write-expected/],
  [['run', '--update-expected'], /--update-expected has no file: name one with --expected/],
  [['run', '--url', 'http://127.0.0.1:1', '--update-expected'], /there is no contract-expected\.jsonc in this folder/],
])('%j ends with 2', async (args, message) => {
  const { code, stderr } = await contractHere(args)
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
})

test('GitHub Actions gets a summary, and annotations for failures', async () => {
  const summary = join(newFolder(), 'summary.md')
  writeFileSync(summary, 'before\n')
  const environment = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
  const { stdout } = await contractHere([...asOld, '--expected', listing('TOKEN-01')], environment)
  expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## ✗ reference 2\.4\.3: conformant: no\n/)
  expect(stdout).toMatch(/^::error title=(Looks like|Does not hold)[^\n]*\n::error title=TOKEN-01 /)
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^reference 2\.4\.3: conformant: no \|/)
  const { stderr, code } = await contractHere(asOld, { GITHUB_STEP_SUMMARY: newFolder() })
  expect(stderr).toMatch(/^The summary could not be added to GITHUB_STEP_SUMMARY: EISDIR/)
  expect(code).toBe(1)
})
