import { appendFileSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Deposit } from '../../../src/target/bank/deposit.ts'
import { fileBank } from '../../../src/target/bank/file.ts'
import { newFolder } from '../../support/command.ts'

const key = 'a key of more than sixteen characters'
const here = 'https://one.test default'

const deposit = (number: number, changes: Partial<Deposit> = {}): Deposit => ({
  target: here,
  release: '2.4.7',
  email: `kept-${number}@example.com`,
  password: `secret-password-${number}`,
  id: number,
  token: `opaquetokenopaquetokenopaquetok${number}`,
  issuedAt: '2026-11-26T12:00:00.000Z',
  lifetime: 3600,
  ...changes,
})

const newPath = () => join(newFolder(), 'deep', 'bank')
const emails = (path: string, target = here, secret = key) =>
  fileBank(path, secret, target).deposits.map(({ email }) => email)

test('deposits are available to later runs, and unreadable without the key', () => {
  const path = newPath()
  const bank = fileBank(path, key, here)
  bank.add(deposit(1))
  bank.add(deposit(2))
  bank.drop(bank.deposits[0] as Deposit)
  expect(fileBank(path, key, here).deposits).toEqual([deposit(2)])
  const text = readFileSync(path, 'utf8')
  const { email, password, token, target } = deposit(2)
  for (const secret of [email, password, token, target]) expect(text).not.toContain(secret)
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('an empty file is an empty bank', () => {
  const path = join(newFolder(), 'bank')
  writeFileSync(path, '\n')
  expect(emails(path)).toEqual([])
})

test('deposits of another host, port, path or store view are kept, but not returned', () => {
  const path = newPath()
  const others = [
    'http://one.test default',
    'https://one.test:8443 default',
    'https://one.test/shop default',
    'https://one.test german',
  ]
  for (const [index, target] of others.entries()) fileBank(path, key, target).add(deposit(index, { target }))
  expect(emails(path)).toEqual([])
  fileBank(path, key, here).add(deposit(9))
  for (const [index, target] of others.entries()) expect(emails(path, target)).toEqual([`kept-${index}@example.com`])
})

test('another key reads no deposits and damages none', () => {
  const path = newPath()
  fileBank(path, key, here).add(deposit(1))
  const stranger = fileBank(path, 'another key of enough characters', here)
  expect([stranger.deposits, stranger.unopened]).toEqual([[], 1])
  stranger.add(deposit(2))
  expect(emails(path)).toEqual(['kept-1@example.com'])
})

test.each([
  ['cut off in its last line', (text: string) => text.slice(0, -20), 1],
  ['with a line of another’s', (text: string) => `${text}hello\n`, 2],
  [
    'with a changed byte',
    (text: string) => text.replace(/(.)(.{30}\n)$/, (_, one, rest) => `${one === 'A' ? 'B' : 'A'}${rest}`),
    1,
  ],
  ['with a line of no deposit', (text: string) => `${text}${Buffer.from('null').toString('base64')}\n`, 2],
])('a bank %s loses no more than that', (_, spoil, left) => {
  const path = newPath()
  const bank = fileBank(path, key, here)
  bank.add(deposit(1))
  bank.add(deposit(2))
  writeFileSync(path, spoil(readFileSync(path, 'utf8')))
  const after = fileBank(path, key, here)
  expect([after.deposits.length, after.unopened]).toEqual([left, 1])
})

test.each([
  ['somebody else’s file', 'important: true\n', /is not a token bank: it is not changed/],
  ['a bank whose first line is cut off', '{"format":"magento-customer-contract tok', /is not a token bank/],
  ['a newer version', '{"format":"magento-customer-contract token bank","version":2,"salt":"AAAA"}\n', /of version 2/],
])('%s is refused and stays as it is', (_, content, message) => {
  const path = join(newFolder(), 'bank')
  writeFileSync(path, content)
  expect(() => fileBank(path, key, here)).toThrow(message)
  expect(readFileSync(path, 'utf8')).toBe(content)
})

test('a folder at its path is refused', () => {
  expect(() => fileBank(newFolder(), key, here)).toThrow(/cannot be read/)
})

test('two concurrent runs with one bank lose no deposits', () => {
  const path = newPath()
  const one = fileBank(path, key, here)
  one.add(deposit(1))
  const two = fileBank(path, key, here)
  one.add(deposit(2))
  two.add(deposit(3))
  one.drop(one.deposits[0] as Deposit)
  two.add(deposit(4))
  expect(emails(path).sort()).toEqual([2, 3, 4].map((number) => `kept-${number}@example.com`))
  appendFileSync(path, 'half a li')
  expect(emails(path).length).toBe(3)
})

test('a bank that was replaced meanwhile is not changed', () => {
  const path = newPath()
  const bank = fileBank(path, key, here)
  bank.add(deposit(1))
  rmSync(path)
  fileBank(path, key, 'https://other.test default')
  expect(() => bank.add(deposit(2))).toThrow(/was replaced by another bank meanwhile/)
  expect(bank.deposits).toEqual([deposit(1)])
})

test('a stale lock of a killed run is ignored', () => {
  const path = newPath()
  const bank = fileBank(path, key, here)
  writeFileSync(`${path}.lock`, '')
  utimesSync(`${path}.lock`, new Date(0), new Date(0))
  bank.add(deposit(1))
  expect(emails(path)).toEqual(['kept-1@example.com'])
})
