import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'

let shop: Reference
const folder = newFolder()
beforeAll(async () => {
  shop = await startReference({ release: '2.4.6-p8' })
})
afterAll(() => shop.close())

test('if a shop does not match its stated release, the report names the one that fits better', async () => {
  const { code, stdout } = await contractHere(['--url', shop.url, '--release', '2.4.8', '--out', folder])
  expect(stdout).toMatch(
    /^release {2}2\.4\.8 \(stated\)\nclosest {2}2\.4\.6-p8; next 2\.4\.6-p\d.* \(\d+ (more|fewer) /m,
  )
  expect(stdout).toMatch(/The answers fit 2\.4\.6-p8 better than 2\.4\.8: .*MAGENTO_RELEASE/)
  expect(code).toBe(1)
})

test('judged as the closest release, its recording has no failures', async () => {
  const { stdout } = await contractHere(['judge', join(folder, 'recording.har'), '--release', 'closest'])
  expect(stdout).toMatch(/^release {2}2\.4\.6-p8 \(the closest\)$/m)
  expect(stdout).not.toMatch(/better than/)
  expect(stdout).toMatch(/\n2\.4\.6-p8: conformant: as far as tested \| \d+ pass, 0 fail, /)
})

test('a run finds the release itself, and its report says so', async () => {
  const { stdout } = await contractHere(['--url', shop.url, '--release', 'closest', '--out', folder])
  expect(stdout).toMatch(/^release {2}2\.4\.6-p8 \(the closest\)$/m)
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  expect(report.release).toEqual({ name: '2.4.6-p8', source: 'closest' })
  expect(report.recording.log._contract.meta.release.source).toBe('assumed')
})
