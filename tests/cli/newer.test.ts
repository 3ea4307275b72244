import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { newestRelease } from '../../release/index.ts'
import type { Report } from '../../src/report/report.ts'
import { newerNotes } from '../../src/report/unknown-release.ts'
import { newFolder } from '../support/command.ts'
import { front } from '../support/front.ts'
import { contractHere } from '../support/here.ts'
import { passOn } from '../support/in-front.ts'

let shop: Reference
afterEach(() => shop.close())

const newer = `${newestRelease}`.replace(/\d+$/, (micro) => String(Number(micro) + 1))
const judged = `newer than any release that the suite knows: judged as ${newestRelease}`

async function run(
  url: string,
  ...options: string[]
): Promise<{ stdout: string; code: number | null; report: Report }> {
  const folder = newFolder()
  const { stdout, code } = await contractHere(['--url', url, '--out', folder, ...options])
  return { stdout, code, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) }
}

test('a release newer than the suite is judged as the newest known one, and all formats say so', async () => {
  shop = await startReference({ release: newer })
  const { stdout, code, report } = await run(
    shop.url,
    '--release',
    newer,
    '--only',
    'VALID',
    '--only',
    'SCHEMA',
    '--only',
    'VERSION',
  )
  expect(stdout).toContain(`release  ${newer} (stated) (${judged})`)
  expect(report.notes).toContainEqual(
    expect.stringContaining(`${newer} is newer than any that this suite knows, and is judged as ${newestRelease}`),
  )
  expect([report.counts.fail, report.counts.warn, code]).toEqual([0, 0, 0])
  expect((await contractHere(['doctor', '--url', shop.url, '--release', newer])).stdout).toContain(judged)
  expect((await contractHere(['list', '--release', newer])).stdout).toContain(judged)
})

test('a shop with a newer minor version is judged by that version, and nothing fails', async () => {
  shop = await startReference({ release: newestRelease })
  const onward = passOn(shop.url)
  const { url } = await front((request, response) => {
    if (request.url === '/magento_version')
      return response.writeHead(200, { 'content-type': 'text/html' }).end('Magento/2.5 (Community)')
    return onward(request, response)
  })
  const { report } = await run(url, '--only', 'VERSION', '--only', 'VALID')
  expect(report.release).toEqual({ name: '2.5.0', source: 'assumed' })
  expect(report.notes).toContainEqual(expect.stringContaining('2.5.0 is newer than any that this suite knows'))
  expect([report.counts.fail, report.counts.warn]).toEqual([0, 0])
})

test('the same applies to a newer version of a distribution', () => {
  expect(newerNotes(newestRelease, 'Mage-OS/99.0 (Community)')).toEqual([
    expect.stringMatching(`^Mage-OS 99\\.0 is newer .* judged as ${newestRelease.replaceAll('.', '\\.')}\\.`),
  ])
  expect(newerNotes(newestRelease, 'Mage-OS/2.3 (Community)')).toEqual([])
  expect(newerNotes(newestRelease, 'Magento/2.4 (Community)')).toEqual([])
  expect(newerNotes(newestRelease, undefined)).toEqual([])
})
