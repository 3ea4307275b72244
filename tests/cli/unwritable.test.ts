import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { harText } from '../../src/recording/har.ts'
import { everyRecording } from '../report/every.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'

const folder = newFolder()
const recorded = join(folder, 'recording.har')
writeFileSync(recorded, [...harText(everyRecording)].join(''))

const commands = [
  ['--only', 'SCHEMA'],
  ['judge', recorded],
  ['diff', recorded, recorded],
]

test.each(commands)('a file where the folder for the reports should be ends %s with 2', async (...args) => {
  const { code, stderr } = await contractHere([...args, '--out', recorded])
  expect(stderr).toContain(`"${recorded}" cannot be the folder for the reports: it is a file`)
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(code).toBe(2)
})

test('a broken symbolic link is reported as such', async () => {
  const link = join(newFolder(), 'link')
  symlinkSync('/nonexistent/folder', link)
  const { code, stderr } = await contractHere(['judge', recorded, '--out', link])
  expect(stderr).toMatch(/cannot be the folder for the reports: the file or folder does not exist \(ENOENT\)/)
  expect(code).toBe(2)
})

test.skipIf(!existsSync('/proc/self'))('a folder in which no folder can be created does not make it hang', async () => {
  const { code, stderr } = await contractHere(['judge', recorded, '--out', '/proc/nothing/here'])
  expect(stderr).toMatch(
    /"\/proc\/nothing\/here" cannot be the folder for the reports: the file or folder does not exist \(ENOENT\)/,
  )
  expect(code).toBe(2)
})

test('if a report file cannot be written, the results are still printed', async () => {
  const out = newFolder()
  mkdirSync(join(out, 'report.json'))
  const { code, stdout, stderr } = await contractHere(['judge', recorded, '--out', out])
  expect(stderr).toMatch(/report\.json" cannot be written: it is a folder \(EISDIR\)/)
  expect(stdout).toMatch(/conformant: \w+ \|/)
  expect(code).toBe(2)
})

test.skipIf(!existsSync('/dev/full'))('a full disk: the results are still printed', async () => {
  const out = newFolder()
  symlinkSync('/dev/full', join(out, 'report.html'))
  const { code, stdout, stderr } = await contractHere(['judge', recorded, '--out', out])
  expect(stderr).toMatch(/report\.html" cannot be written: no space is left on the disk \(ENOSPC\)/)
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(stdout).toMatch(/conformant: \w+ \|/)
  expect(code).toBe(2)
})
