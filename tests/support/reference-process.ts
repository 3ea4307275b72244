import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunningProcess, startProcess } from './process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningReference extends RunningProcess {
  readonly url: string
  readonly release: string
  readonly adminToken: string
}

/** Starts `npm run reference -- --port 0 …` in a separate process, which sends mails over SMTP. */
export async function startReferenceProcess(
  smtpUrl: string,
  release: string,
  more: readonly string[] = [],
): Promise<RunningReference> {
  const tsx = join(root, 'node_modules/.bin/tsx')
  const env = { ...process.env, REFERENCE_SMTP_URL: smtpUrl }
  const running = await startProcess(
    tsx,
    [join(root, 'reference/main.ts'), '--port', '0', '--release', release, ...more],
    /Ctrl\+C/,
    env,
  )
  const url = /(http:\/\/\S+)\/rest\/default\/V1/.exec(running.output)?.[1] ?? ''
  const adminToken = /admin token +(\S+)/.exec(running.output)?.[1] ?? ''
  return { ...running, url, release, adminToken }
}
