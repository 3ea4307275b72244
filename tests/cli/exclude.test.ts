import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'

const read = (folder: string): Report => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
const ids = ({ requirements }: Report) => requirements.map(({ id }) => id)

test('excluded requirements are not judged: the run says so as for --only', async () => {
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
  expect(report).toMatchObject({ only: ['DIRECTORY', 'TOKEN'], excluded: ['TOKEN', 'DIRECTORY-01'] })
  expect(report.conformant).toBe('as far as tested')
  expect(report.earned).toBeUndefined()
  expect(stdout).toMatch(/^only {5}DIRECTORY, TOKEN: nothing is said of the rest$/m)
  expect(stdout).toMatch(/^excluded TOKEN, DIRECTORY-01: nothing is said of them$/m)
  expect(readFileSync(join(run, 'summary.md'), 'utf8')).toMatch(
    /^Excluded TOKEN, DIRECTORY-01: nothing is said of them\.$/m,
  )
  const last = stdout.trim().split('\n').at(-1)
  expect(last).toMatch(/as far as tested/)

  const recording = join(run, 'recording.har')
  const chosen = ids(report).flatMap((id) => ['--only', id])
  await contractHere(['judge', recording, '--out', same, ...chosen])
  await contractHere(['judge', recording, '--out', judged, ...some, '--exclude', 'TOKEN', '--exclude', 'DIRECTORY-01'])
  const { only: _, excluded: _e, ...rest } = read(judged)
  const { only: _o, ...wanted } = read(same)
  expect(rest).toEqual(wanted)
})

test('list shows what is left by --exclude', async () => {
  const listed = async (...args: string[]): Promise<{ id: string }[]> =>
    JSON.parse((await contractHere(['list', '--format', 'json', ...args])).stdout).requirements
  const all = (await listed()).map(({ id }) => id)
  const left = (await listed('--exclude', 'TOKEN')).map(({ id }) => id)
  expect(left).toEqual(all.filter((id) => !id.startsWith('TOKEN')))
  expect(left.length).toBeLessThan(all.length)
})

test('the JSON list is valid under its schema', async () => {
  const { stdout } = await contractHere(['list', '--format', 'json'])
  const schema = JSON.parse(readFileSync(new URL('../../schemas/list.schema.json', import.meta.url), 'utf8'))
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
  validate(JSON.parse(stdout))
  expect(validate.errors).toBeNull()
})
