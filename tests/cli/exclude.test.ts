import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'

const read = (folder: string): Report => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
const ids = ({ requirements }: Report) => requirements.map(({ id }) => id)

test('what --exclude leaves out is not judged: the run says so as it does of a part chosen with --only', async () => {
  const [run, same, judged] = [newFolder(), newFolder(), newFolder()]
  const some = ['--only', 'DIRECTORY', '--only', 'TOKEN']
  const { code, stdout } = await contractHere([
    ...['--reference', '--out', run, ...some],
    ...['--exclude', 'token', '--exclude', 'DIRECTORY-01'],
  ])
  expect(code).toBe(0)
  const report = read(run)
  expect(ids(report)).toContain('DIRECTORY-02')
  expect(ids(report)).not.toContain('DIRECTORY-01')
  expect(ids(report).filter((id) => id.startsWith('TOKEN'))).toEqual([])
  expect(report.only).toEqual(ids(report))
  expect(report.conformant).toBe('as far as tested')
  expect(report.earned).toBeUndefined()
  expect(stdout).toMatch(/only +DIRECTORY-02, .*: nothing is said of the rest/)
  const last = stdout.trim().split('\n').at(-1)
  expect(last).toMatch(/as far as tested/)

  const recording = join(run, 'recording.har')
  const chosen = (report.only ?? []).flatMap((id) => ['--only', id])
  await contractHere(['judge', recording, '--out', same, ...chosen])
  await contractHere(['judge', recording, '--out', judged, ...some, '--exclude', 'TOKEN', '--exclude', 'DIRECTORY-01'])
  expect(read(judged)).toEqual(read(same))
  // An area that is whole is named as an area.
  await contractHere(['judge', recording, '--out', judged, ...some, '--exclude', 'TOKEN'])
  expect(read(judged).only).toEqual(['DIRECTORY'])
})

test('list shows what --exclude leaves', async () => {
  const listed = async (...args: string[]): Promise<{ id: string }[]> =>
    JSON.parse((await contractHere(['list', '--format', 'json', ...args])).stdout).requirements
  const all = (await listed()).map(({ id }) => id)
  const left = (await listed('--exclude', 'TOKEN')).map(({ id }) => id)
  expect(left).toEqual(all.filter((id) => !id.startsWith('TOKEN')))
  expect(left.length).toBeLessThan(all.length)
})
