import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { rulesOf, startReference } from '../../reference/index.ts'
import type { ReleaseChange } from '../../release/changes.ts'
import {
  has,
  knownReleases,
  newestRelease,
  parseRelease,
  type ReleaseRange,
  releaseBelow,
} from '../../release/index.ts'
import type { Line } from '../../release/lines.ts'
import { closestOf, fits } from '../../src/judge/closest.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { badgeOf } from '../../src/report/badge.ts'
import type { Report } from '../../src/report/report.ts'
import { releasePages } from '../docs/releases/pages.ts'
import { documentLines, lineOfRelease } from '../openapi/contract/lines.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'
import { record, red } from '../support/run.ts'

// A future release needs only an entry in the file of its line, or a new file, and its changes.
vi.mock('../../release/lines.ts', async (original) => {
  const { lines } = await original<{ lines: readonly Line[] }>()
  const newest = lines.at(-1) as Line
  const [major, minor, micro] = newest.line.split('.')
  return {
    lines: [
      ...lines.slice(0, -1),
      { ...newest, patches: [...newest.patches, { patch: 99, known: 'assumed', date: '2027-01-12' }] },
      {
        line: `${major}.${minor}.${Number(micro) + 1}`,
        patches: [{ patch: 0, known: 'assumed', date: '2027-05-11', bulletin: 'APSB27-01' }],
        brings: { 'made-up': 0 },
        ends: {},
        distributions: { 'Mage-OS': { '99.0.0': 0 } },
      },
    ],
  }
})
vi.mock('../../release/changes.json', async (original) => ({
  default: {
    ...(await original<{ default: object }>()).default,
    'made-up': {
      kind: 'new',
      known: 'assumed',
      says: 'GraphQL storeConfig tells something made up',
      client: 'Nothing.',
      sign: { storeConfig: 'made_up' },
      source: { kind: 'source code', at: 'module-made-up/etc/schema.graphqls' },
    } satisfies ReleaseChange,
  },
}))

const [before, patch, line] = knownReleases.slice(-3) as [string, string, string]

async function reportOf(release: string, ...options: string[]): Promise<{ stdout: string; report: Report }> {
  const shop = await startReference({ release })
  const folder = newFolder()
  try {
    const { stdout } = await contractHere(['--url', shop.url, '--out', folder, ...options])
    return { stdout, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) }
  } finally {
    await shop.close()
  }
}

test('the lists contain them, in order, and their changes', () => {
  expect(patch).toBe(`${before}-p99`)
  expect(newestRelease).toBe(line)
  const added = (has as (name: string) => ReleaseRange)('made-up')
  expect([before, patch, line].map((one) => added.includes(parseRelease(one)))).toEqual([false, false, true])
  expect(releaseBelow('mage-os-99.0.0')).toBe(line)
})

test('the reference behaves as their files say', async () => {
  expect(rulesOf(patch)).toEqual(rulesOf(before))
  expect(rulesOf(line).graphqlSigns).toEqual([...rulesOf(patch).graphqlSigns, 'made_up'])
  for (const release of [patch, line]) expect(red(await record({ release }))).toEqual([])
})

test('its responses fit the releases that no requirement distinguishes', async () => {
  const best = closestOf(fits(await record({ release: patch }), requirements)).map(({ release }) => release)
  expect(best).toEqual(expect.arrayContaining([before, patch, line]))
})

test('a shop without a stated release is identified by the newest feature', async () => {
  expect((await reportOf(line, '--only', 'VERSION')).report.release.name).toBe(line)
  expect((await reportOf(patch, '--only', 'VERSION')).report.release.name).toBe(patch)
})

test('--release accepts them, and the badge names them', async () => {
  const { stdout, report } = await reportOf(patch, '--only', 'VERSION', '--release', patch)
  expect(stdout).toContain(`release  ${patch} (stated) (not recorded, and not read in full`)
  expect(badgeOf(report).label).toBe(`Magento ${patch}`)
})

test('`list` and `changes` show them', async () => {
  expect((await contractHere(['list', '--release', line])).stdout).toMatch(/requirements apply to \S+$/m)
  const { stdout } = await contractHere(['changes', patch, line])
  expect(stdout).toContain('GraphQL storeConfig tells something made up (assumed)')
  expect((await contractHere(['changes', line])).stdout).toContain('2027-05-11, APSB27-01, assumed')
})

test('the pages and documents include them', () => {
  const pages = releasePages()
  expect(pages.get(`${line}.md`)).toContain('GraphQL storeConfig tells something made up')
  expect(pages.get(`${before}.md`)).toContain(`| ${patch} | 2027-01-12 |`)
  expect(lineOfRelease(line)).toBe(documentLines.at(-1))
  expect(documentLines.at(-1)?.newest).toBe(line)
})
