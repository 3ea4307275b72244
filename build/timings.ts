import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './root.ts'

/**
 * `npm run timings` (after `npm run build`): compares the processor time of starting, as ratios. The commands run in
 * turn, so that other load on the machine affects each equally; the best time of each counts.
 */
const turns = Number(process.argv[2] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'timings-'))
const cli = join(root, 'dist/lib/cli.js')

// A separate server, whose time is not counted.
const server = spawn(process.execPath, [
  '--input-type=module',
  '-e',
  `import { startReference } from ${JSON.stringify(join(root, 'dist/lib/reference.js'))}\nconsole.log((await startReference()).url)`,
])
const url = await new Promise<string>((resolve) => server.stdout.once('data', (text) => resolve(String(text).trim())))

mkdirSync(join(folder, 'test'))
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
writeFileSync(
  join(folder, 'test/one.test.mjs'),
  `import supertest from 'supertest'
import { expect, test } from 'vitest'
test('a token is a JSON string', async () => {
  const customer = { email: Date.now() + '@example.com', firstname: 'Jane', lastname: 'Doe' }
  const shop = supertest(${JSON.stringify(url)})
  await shop.post('/rest/default/V1/customers').send({ customer, password: 'Secret-Passw0rd' }).expect(200)
  const login = { username: customer.email, password: 'Secret-Passw0rd' }
  const { body } = await shop.post('/rest/default/V1/integration/customer/token').send(login).expect(200)
  expect(typeof body).toBe('string')
})`,
)

const commands: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['node', '-e', '0'],
  '--version': ['node', cli, '--version'],
  'one requirement': ['node', cli, '--url', url, '--only', 'TOKEN-01', '--out', join(folder, 'one')],
  'one test of vitest and supertest': ['node', join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder],
  'one requirement on the reference': ['node', cli, '--only', 'TOKEN-01', '--out', join(folder, 'one')],
  'all requirements on the reference': ['node', cli, '--out', join(folder, 'all')],
}

/** The maximum ratio of one command to another. */
const limits: readonly [one: string, most: number, other: string][] = [
  ['--version', 2.5, 'node -e 0'],
  ['one requirement', 0.6, 'one test of vitest and supertest'],
  // It makes eighteen times the requests, judges each requirement, compares the documents with each answer, and writes
  // thirty times the report.
  ['all requirements on the reference', 9, 'one requirement on the reference'],
]

const best = new Map<string, number>()
for (let turn = 0; turn < turns; turn++)
  for (const [name, command] of Object.entries(commands))
    best.set(name, Math.min(best.get(name) ?? Infinity, secondsOf(command)))
server.kill()

for (const [name, seconds] of best) console.log(`${seconds.toFixed(2)} s  ${name}`)
for (const [one, most, other] of limits) {
  const ratio = (best.get(one) as number) / (best.get(other) as number)
  console.log(`${ratio <= most ? 'holds ' : 'BROKEN'}  ${one} is ${ratio.toFixed(2)} × ${other} (at most ${most})`)
  if (ratio > most) process.exitCode = 1
}

/** Processor seconds of a command and its child processes. */
function secondsOf(command: readonly string[]): number {
  const script = 'TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>&1; } 2>&1'
  const text = execFileSync('bash', ['-c', script, 'bash', ...command], { encoding: 'utf8', cwd: folder })
  return text
    .trim()
    .split(' ')
    .map(Number)
    .reduce((sum, seconds) => sum + seconds, 0)
}
