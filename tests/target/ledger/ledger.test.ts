import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accountsOf, openTargets } from '../../../src/target/ledger/accounts.ts'
import { fileLedger, LedgerError } from '../../../src/target/ledger/ledger.ts'
import { readLedger } from '../../../src/target/ledger/read.ts'
import { newFolder, run } from '../../support/command.ts'

const target = 'http://shop.test'
const newLedger = () => join(newFolder(), 'deep', 'ledger.jsonl')
const listed = (path: string) => accountsOf(readLedger(path).filter((entry) => entry.target === target))

test('a line has version, time, run, target and event', () => {
  const path = newLedger()
  const ledger = fileLedger(path, target)
  ledger.write({ event: 'creating', email: 'a@example.com' })
  ledger.write({ event: 'created', email: 'a@example.com', id: 7 })
  ledger.close()
  const [first, second] = readLedger(path)
  expect(first).toEqual({
    version: 1,
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    run: expect.stringMatching(/^[0-9a-f]{10}$/),
    target,
    event: 'creating',
    email: 'a@example.com',
  })
  expect(second).toMatchObject({ run: first?.run, event: 'created', id: 7 })
})

test('an incomplete last line is handled by the reader and the next writer', () => {
  const path = newLedger()
  const ledger = fileLedger(path, target)
  ledger.write({ event: 'creating', email: 'a@example.com' })
  ledger.close()
  const line = readFileSync(path, 'utf8')
  for (let length = 1; length < line.length; length++) {
    writeFileSync(path, line + line.slice(0, length).replace('a@example', 'b@example'))
    expect(readLedger(path).map(({ email }) => email)).toContain('a@example.com')
    const next = fileLedger(path, target)
    next.write({ event: 'created', email: 'c@example.com', id: 1 })
    next.close()
    expect(readLedger(path).map(({ email }) => email)).toContain('c@example.com')
  }
})

test('two processes that write to one ledger lose nothing', async () => {
  const path = newLedger()
  fileLedger(path, target).close()
  const script = join(newFolder(), 'write.ts')
  writeFileSync(
    script,
    `import { fileLedger } from '${new URL('../../../src/target/ledger/ledger.ts', import.meta.url).pathname}'
const ledger = fileLedger(${JSON.stringify(path)}, '${target}')
for (let count = 0; count < 150; count++) ledger.write({ event: 'created', email: process.argv[2] + count + '@example.com' })`,
  )
  const ended = await Promise.all(['a', 'b', 'c'].map((name) => run(script, [name])))
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ])
  expect(new Set(readLedger(path).map(({ email }) => email)).size).toBe(450)
})

test('the state of each account results from its last lines', () => {
  const path = newLedger()
  const ledger = fileLedger(path, target)
  const write = (event: 'creating' | 'created' | 'refused' | 'deleted' | 'absent', email: string, id?: number) =>
    ledger.write({ event, email, ...(id === undefined ? {} : { id }) })
  write('creating', 'killed@x.test')
  for (const event of ['creating', 'created'] as const) write(event, 'there@x.test', 1)
  for (const event of ['creating', 'refused'] as const) write(event, 'refused@x.test')
  for (const event of ['creating', 'created', 'creating', 'refused'] as const) write(event, 'twice@x.test', 2)
  for (const event of ['creating', 'created', 'deleted'] as const) write(event, 'gone@x.test', 3)
  for (const event of ['creating', 'deleted'] as const) write(event, 'uncertain-found@x.test')
  for (const event of ['creating', 'absent'] as const) write(event, 'uncertain-absent@x.test')
  write('created', 'before@x.test', 4)
  for (const event of ['creating', 'created'] as const) write(event, 'After@x.test', 4)
  for (const email of ['first@x.test', 'second@x.test', 'first@x.test']) write('created', email, 5)
  ledger.close()
  const other = fileLedger(path, 'http://other.test')
  other.write({ event: 'creating', email: 'elsewhere@x.test' })
  other.close()
  const states = listed(path).map(({ email, id, certain, removed, moved }) => [email, id, certain, removed, moved])
  expect(states).toEqual([
    ['killed@x.test', undefined, false, false, false],
    ['there@x.test', 1, true, false, false],
    ['twice@x.test', 2, true, false, false],
    ['gone@x.test', 3, true, true, false],
    ['uncertain-found@x.test', undefined, true, true, false],
    ['before@x.test', 4, true, false, true],
    ['After@x.test', 4, true, false, false],
    ['first@x.test', 5, true, false, false],
    ['second@x.test', 5, true, false, true],
  ])
  expect([...openTargets(readLedger(path))]).toEqual([
    [target, 5],
    ['http://other.test', 1],
  ])
})

test('a ledger of the first version is read, one of a later version is refused', () => {
  const path = newLedger()
  fileLedger(path, target).close()
  appendFileSync(
    path,
    `{"at":"2026-01-01T00:00:00.000Z","event":"created","target":"${target}","email":"a@x.test","id":1}\n`,
  )
  expect(listed(path)).toHaveLength(1)
  appendFileSync(path, `{"version":2,"event":"vanished"}\n`)
  expect(() => readLedger(path)).toThrow(/has lines of version 2, and this suite reads version 1/)
})

test('a write error has the file and the reason', () => {
  expect(() => fileLedger('/dev/null/ledger.jsonl', target)).toThrow(LedgerError)
  expect(() => fileLedger('/dev/null/ledger.jsonl', target)).toThrow(/the ledger ".*" cannot be written: EN?/)
})
