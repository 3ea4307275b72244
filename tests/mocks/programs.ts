import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/maildev.ts'
import { needs } from '../support/needs.ts'
import { startProcess } from '../support/process.ts'

const folder = fileURLToPath(new URL('../../mocks', import.meta.url))
const program = (path: string) => join(folder, 'node_modules', path)

/** Groups tests that need the programs of `mocks/package.json`, which are too large for everybody's `npm ci`. */
export const needsMocks = needs(
  { java: 'default-jre-headless' },
  { 'npm ci --prefix mocks': existsSync(program('msw')) },
)

/** A mock of Magento's customer API: a public program with its input. */
export interface Mock {
  readonly name: string
  /** A description of what it serves. */
  readonly serves: string
  /** A script that generates its input, if needed. */
  readonly before?: string
  readonly command: (port: number) => readonly [program: string, ...args: string[]]
}

/** In the order of the table. */
export const mocks: readonly Mock[] = [
  {
    name: 'Prism',
    serves: '[the OpenAPI document](../schemas/openapi.json)',
    before: 'prism/document.js',
    command: (port) => [
      process.execPath,
      program('@stoplight/prism-cli/dist/index.js'),
      ...['mock', 'prism/openapi.json', '--port', `${port}`],
    ],
  },
  {
    name: 'Mockoon',
    serves: '[an environment with rules](../mocks/mockoon/customers.json)',
    command: (port) => [
      process.execPath,
      program('@mockoon/cli/bin/run.js'),
      ...['start', '--data', 'mockoon/customers.json', '--port', `${port}`],
      ...['--disable-log-to-file', '--disable-admin-api'],
    ],
  },
  {
    name: 'WireMock',
    serves: '[stubs](../mocks/wiremock/mappings/customers.json)',
    command: (port) => [
      'java',
      ...['-jar', wiremockJar(), '--port', `${port}`, '--root-dir', 'wiremock', '--disable-banner'],
    ],
  },
  {
    name: 'MSW',
    serves: '[handlers that remember customers](../mocks/msw/handlers.js)',
    command: (port) => [process.execPath, 'msw/serve.js', `${port}`],
  },
]

function wiremockJar(): string {
  const build = program('wiremock/build')
  return join(build, readdirSync(build).find((name) => name.endsWith('.jar')) ?? 'wiremock.jar')
}

/** Starts the real program on a free port. */
export async function startMock({ before, command }: Mock): Promise<{ url: string; stop(): Promise<void> }> {
  if (before) execFileSync(process.execPath, [before], { cwd: folder })
  const port = await freePort()
  const [program, ...args] = command(port)
  const running = await startProcess(program, args, port, process.env, folder)
  return { url: `http://127.0.0.1:${port}`, stop: running.stop }
}
