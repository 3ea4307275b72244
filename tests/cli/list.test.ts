import { expect, test } from 'vitest'
import { contractHere } from '../support/here.ts'

const keys = ['id', 'level', 'sentence', 'chapter', 'releases', 'profile']

test('list --format json prints all requirements as JSON, and nothing else', async () => {
  const { code, stdout, stderr } = await contractHere(['list', '--format', 'json'])
  const { version, requirements, ...rest } = JSON.parse(stdout)
  expect([code, stderr, version, rest]).toEqual([0, '', 1, {}])
  for (const requirement of requirements) expect(Object.keys(requirement)).toEqual(keys)
  const { stdout: text } = await contractHere(['list'])
  expect(text).toContain(`\n${requirements.length} requirements`)
  expect(requirements.find(({ id }: { id: string }) => id === 'TOKEN-04')).toMatchObject({
    level: expect.stringMatching(/^(must|should|may)$/),
    profile: expect.stringMatching(/^(shape|behaviour|full)$/),
    releases: expect.stringMatching(/./),
  })
})

test('list --format json prints what --only and --release select', async () => {
  const listed = async (...args: string[]): Promise<{ id: string; releases: string }[]> =>
    JSON.parse((await contractHere(['list', '--format', 'json', ...args])).stdout).requirements
  const all = await listed('--only', 'TOKEN')
  const old = await listed('--only', 'TOKEN', '--release', '2.3.0')
  expect(all.every(({ id }) => id.startsWith('TOKEN'))).toBe(true)
  expect(old.length).toBeLessThan(all.length)
  expect(old.map(({ releases }) => releases)).not.toContain('from 2.4.4')
})

test('an unknown format ends with 2 and names the known ones', async () => {
  const { code, stderr } = await contractHere(['list', '--format', 'xml'])
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^Unknown format `xml`. Use json$/m)])
})
