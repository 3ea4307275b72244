import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'

const commands = [[], ['--dry-run'], ['doctor']]

const untargeted: [string[], Record<string, string>, RegExp][] = [
  [[], { MAGENTO_BASE_URL: '' }, /^MAGENTO_BASE_URL is set but empty: set .* or use --reference/],
  [[], { MAGENTO_BASE_URL: ' ', MAGENTO_RELEASE: '2.4.7' }, /^MAGENTO_BASE_URL is set but empty/],
  [['--url', ''], {}, /^--url is set but empty/],
  [[], { MAGENTO_RELEASE: '2.4.7' }, /^MAGENTO_RELEASE is set, but no target/],
  [['--release', '2.4.7'], {}, /^--release is set, but no target/],
  // The command line of the tests sets MAGENTO_CLEANUP_TIMEOUT if there is an administrator.
  [
    [],
    { MAGENTO_ADMIN_TOKEN: 'x', MAGENTO_TIMEOUT: '5' },
    /^MAGENTO_TIMEOUT, MAGENTO_CLEANUP_TIMEOUT, MAGENTO_ADMIN_TOKEN are set, but no/,
  ],
  [[], { CI: 'true' }, /^no target is set, and this is a CI/],
  [[], { TF_BUILD: 'True' }, /^no target is set, and this is a CI/],
  [['--reference', '--url', 'http://x.test'], {}, /^--url and --reference name two targets/],
]

test.each(
  commands.flatMap((command) => untargeted.map(([args, ...rest]) => [[...command, ...args], ...rest] as const)),
)('without a target no request is sent: %j %j', async (args, environment, message) => {
  const out = args[0] === 'doctor' ? [] : ['--out', newFolder()]
  const { code, stdout, stderr } = await contractHere([...args, ...out], environment)
  expect(stderr).toMatch(message)
  expect(stdout).toBe('')
  expect(code).toBe(2)
})

test('with --reference the reference is used in CI too, as the release that is set', async () => {
  const environment = { CI: 'true', MAGENTO_BASE_URL: '', MAGENTO_RELEASE: '2.4.7-p6' }
  const { code, stdout } = await contractHere(['doctor', '--reference'], environment)
  expect(stdout).toMatch(/^target {3}the reference/m)
  expect(code).toBe(0)
})

const wrong: [Record<string, string>, RegExp][] = [
  [{ MAGENTO_CONCURRENCY: 'abc' }, /MAGENTO_CONCURRENCY is "abc"/],
  [{ MAGENTO_TIMEOUT: '-1' }, /MAGENTO_TIMEOUT is "-1"/],
  [{ MAGENTO_TIMEOUT: '99999999999' }, /MAGENTO_TIMEOUT is "99999999999": it must be a whole number from 1 to/],
  [{ MAGENTO_HEADERS: '{bad' }, /MAGENTO_HEADERS is not a JSON object/],
  [{ MAGENTO_HEADERS: '{"X Y": "z"}' }, /MAGENTO_HEADERS names a header "X Y" that cannot be sent/],
  [{ MAGENTO_ADMIN_TOKEN: 'abc“def' }, /MAGENTO_ADMIN_TOKEN contains a character that no header may hold, so that it/],
  [{ MAGENTO_ADMIN_TOKEN: 'abc\ndef' }, /MAGENTO_ADMIN_TOKEN contains a space or a line break/],
  [{ MAGENTO_RECAPTCHA: 'ключ' }, /MAGENTO_RECAPTCHA contains a character that no header may hold/],
  [{ MAGENTO_MAILBOX_URL: 'pop3://x' }, /MAGENTO_MAILBOX_URL begins with "pop3"/],
  [{ MAGENTO_BASE_URL: 'https://www.example.com' }, /MAGENTO_BASE_URL leads to www\.example\.com/],
  [{ MAGENTO_STOREFRONT: 'on', MAGENTO_STOREFRONT_URL: 'https://www.example.com' }, /MAGENTO_STOREFRONT_URL leads to/],
  [{ MAGENTO_CLOCK: 'ahead+https://www.example.com' }, /MAGENTO_CLOCK leads to www\.example\.com/],
  [{ MAGENTO_MAIL_TIMEOUT: 'x' }, /MAGENTO_MAIL_TIMEOUT is "x"/],
  [{ MAGENTO_MAIL_DELETE: 'yes' }, /MAGENTO_MAIL_DELETE is "yes"/],
  [{ MAGENTO_RESET_LINK: '(' }, /MAGENTO_RESET_LINK is "\("/],
  [{ MAGENTO_TOKEN_BANK: 'x' }, /MAGENTO_TOKEN_BANK is set without MAGENTO_TOKEN_BANK_KEY/],
  [{ MAGENTO_TOKEN_LIFETIME: '-5' }, /MAGENTO_TOKEN_LIFETIME is "-5"/],
  [{ MAGENTO_CLOCK_TIMEOUT: '0' }, /MAGENTO_CLOCK_TIMEOUT is "0"/],
  [{ MAGENTO_MAX_WAIT: '1.5' }, /MAGENTO_MAX_WAIT is "1\.5"/],
  [{ MAGENTO_EMAIL_DOMAIN: 'x' }, /MAGENTO_EMAIL_DOMAIN is "x"/],
  [{ MAGENTO_EXPECTED: '/nonexistent' }, /"\/nonexistent" cannot be read/],
  [{ MAGENTO_ADMIN_OTP_SECRET: '!' }, /MAGENTO_ADMIN_OTP_SECRET/],
]

test.each(commands.flatMap((command) => wrong.map((one) => [command, ...one] as const)))(
  'a run, a dry run and doctor check every setting: %j %j',
  async (command, environment, message) => {
    const { code, stdout, stderr } = await contractHere([...command, '--out', newFolder()], {
      MAGENTO_BASE_URL: 'http://127.0.0.1:1',
      ...environment,
    })
    expect(stdout + stderr).toMatch(message)
    expect(code).toBe(2)
  },
)

test.each<[string, string, number]>([
  ['a word and a value', 'MAGENTO_BASE_URL http://127.0.0.1:1\n', 1],
  ['a URL alone', '# the shop\n\nMAGENTO_RELEASE=2.4.7\nhttp://127.0.0.1:1\n', 4],
  ['a quote that is not closed', 'MAGENTO_RELEASE=2.4.7\nMAGENTO_ADMIN_PASSWORD="secret\n', 2],
  ['text behind a value over several lines', 'MAGENTO_HEADERS=\'{\n"X": "y"}\'\nx\n', 3],
])('an invalid line of the settings file is reported with its number: %s', async (_, text, line) => {
  const file = join(newFolder(), 'shop.env')
  writeFileSync(file, text)
  const { code, stderr } = await contractHere(['doctor', '--env-file', file])
  expect(stderr).toMatch(`${file}, line ${line}, is not a setting`)
  expect(stderr).not.toMatch('secret')
  expect(code).toBe(2)
})

test('assignments, comments, exports and values over several lines are settings', async () => {
  const file = join(newFolder(), 'shop.env')
  const lines = [
    '\uFEFF# shop\r\n  export MAGENTO_BASE_URL = "http://127.0.0.1:1" # here',
    'DATABASE_URL: x',
    'MAGENTO_HEADERS=\'{\n  "X": "y # z"\n}\'',
    'MAGENTO_RECAPTCHA=',
    'MAGENTO_CONCURRENCY=abc',
  ]
  writeFileSync(file, lines.join('\n'))
  const { code, stderr } = await contractHere(['--dry-run', '--env-file', file])
  expect(stderr).toMatch(/^MAGENTO_CONCURRENCY is "abc"/)
  expect(code).toBe(2)
})

test('the file of --env-file must exist', async () => {
  const { code, stderr } = await contractHere(['--env-file', '/nonexistent.env'])
  expect(stderr).toMatch(/^\/nonexistent\.env cannot be read/)
  expect(code).toBe(2)
})
