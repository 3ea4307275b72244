import { parseArgs } from 'node:util'
import { closest } from 'fastest-levenshtein'
import { knownReleases, newestRecorded, parseRelease } from '../release/index.ts'
import { startFront } from './front.ts'
import { startReference } from './server.ts'
import { sendOverSmtp } from './smtp.ts'
import type { ReferenceOptions } from './types.ts'

const usage = `Serves Magento's customer-account REST API from memory, as any release from 2.3.0 on answers.

  npm run reference -- [options]

  --release RELEASE   which release to answer as, e.g. 2.4.1 (default ${newestRecorded})
  --port PORT         where to listen (default 8080; 0 takes any free port)
  --host HOST         default 127.0.0.1
  --set PATH=VALUE    a Magento setting, e.g. customer/create_account/confirm=1; may be repeated
  --fault NAME        with this fault of the kill matrix (docs/kill-matrix.html); may be repeated
  --smtp URL          send mails there too, e.g. smtp://127.0.0.1:1025 (default REFERENCE_SMTP_URL)
  --fronts            let other processes be fronts of this shop, each with a clock of its own
  --front-of URL      be a front of the reference at that URL, by this process's clock (faketime moves it)
  --help              this text
`

/** Thrown for an invalid command line. */
class UsageError extends Error {}

interface Command extends ReferenceOptions {
  help: boolean
  faults: readonly string[]
  isReleaseStated: boolean
  smtp: string | undefined
  frontOf: string | undefined
}

function read(commandLine: string[]): Command {
  const { values } = parse(commandLine)
  const settings: Record<string, string> = {}
  for (const entry of values.set ?? []) {
    const [path = '', ...value] = entry.split('=')
    if (!path.includes('/') || value.length === 0) {
      throw new UsageError(`--set ${entry}: write it as path=value, e.g. customer/create_account/confirm=1`)
    }
    settings[path] = value.join('=')
  }
  return {
    help: values.help ?? false,
    faults: values.fault ?? [],
    isReleaseStated: values.release !== undefined,
    release: releaseOf(values.release ?? newestRecorded),
    port: portOf(values.port ?? '8080'),
    host: values.host ?? '127.0.0.1',
    settings,
    smtp: smtpOf(values.smtp ?? process.env.REFERENCE_SMTP_URL),
    fronts: values.fronts ?? false,
    frontOf: frontOf(values['front-of']),
  }
}

function parse(commandLine: string[]) {
  try {
    return parseArgs({
      args: commandLine,
      options: {
        release: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        set: { type: 'string', multiple: true },
        fault: { type: 'string', multiple: true },
        smtp: { type: 'string' },
        fronts: { type: 'boolean' },
        'front-of': { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}

function releaseOf(text: string): string {
  try {
    parseRelease(text)
  } catch (error) {
    throw new UsageError(`--release: ${(error as Error).message}. Known are ${knownReleases.join(', ')}`)
  }
  return text
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new UsageError(`--port: "${text}" is no port: give a number from 0 to 65535`)
}

function smtpOf(text: string | undefined): string | undefined {
  if (!text || /^smtps?:\/\/[^/]+/.test(text)) return text || undefined
  throw new UsageError(`--smtp: "${text}" is no SMTP server: write it as smtp://host:port`)
}

function frontOf(text: string | undefined): string | undefined {
  if (text === undefined || /^http:\/\/[^/]+$/.test(text)) return text
  throw new UsageError(`--front-of: "${text}" is no reference: write it as http://127.0.0.1:8080`)
}

/** Returns the faults with these names. They are defined beside the specs, and loaded only on demand. */
async function faultsNamed(names: readonly string[]) {
  if (names.length === 0) return []
  const { allFaults } = await import('../specs/faults.ts')
  return names.map((name) => {
    const fault = allFaults.find(({ id }) => id === name)
    if (!fault) {
      const best = closest(
        name,
        allFaults.map(({ id }) => id),
      )
      throw new UsageError(`--fault ${name}: unknown fault. Did you mean ${best}? docs/kill-matrix.html lists all.`)
    }
    return fault
  })
}

async function run(): Promise<void> {
  const command = read(process.argv.slice(2))
  if (command.help) {
    process.stdout.write(usage)
    return
  }
  if (command.frontOf) {
    const { url } = await startFront({ ...command, of: command.frontOf })
    console.log(
      `Front of ${command.frontOf}: ${url}/rest/default/V1, by a clock that shows ${new Date().toISOString()}`,
    )
    return
  }
  const faults = await faultsNamed(command.faults)
  const own = faults.find(({ release }) => release)?.release
  const reference = await startReference({
    ...command,
    ...(own && !command.isReleaseStated ? { release: own } : {}),
    settings: Object.assign({}, ...faults.map(({ settings }) => settings), command.settings),
  })
  for (const { id, does, change } of faults) {
    change(reference.shop)
    console.log(`Fault ${id}: ${does}`)
  }
  const { release, url, admin } = reference
  if (command.smtp) sendOverSmtp(reference.outbox, command.smtp)
  const known = knownReleases.includes(release) ? '' : ' (not a release that was looked at: taken by its number)'
  console.log(`Magento ${release}${known}: customer accounts at ${url}/rest/default/V1
  storefront    ${url}/customer/account/
  admin token   ${admin.token} (never expires)
  admin login   ${admin.username} / ${admin.password}
Mails are printed here${command.smtp ? `, and sent to ${command.smtp.replace(/\/\/[^@/]*@/, '//')}` : ''}. Nothing is kept. Press Ctrl+C to stop.`)
  const { services } = reference.shop
  const send = services.sendMail
  services.sendMail = (to, subject, html) => {
    console.log(`Mail to ${to}: ${subject}\n  ${/href="([^"]+)"/.exec(html)?.[1] ?? ''}`)
    return send(to, subject, html)
  }
}

run().catch((error: NodeJS.ErrnoException) => {
  const reasons: Record<string, string> = {
    EADDRINUSE: 'the port is taken: stop what listens there, or give another with --port',
    EACCES: 'the port may not be used by you: give one above 1023 with --port',
  }
  const reason = reasons[error.code ?? '']
  console.error(reason ?? (error instanceof UsageError ? error.message : error))
  process.exitCode = 2
})
