import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../src/report/report.ts'
import { contract, type Ended, newFolder } from './command.ts'

/** The result of a run that reads mails. */
export interface MailRun extends Ended {
  readonly report: {
    readonly powers: readonly string[]
    readonly passed: readonly string[]
    /** Failed requirements, one line each. */
    readonly surprises: readonly string[]
    /** Requirements that are untestable without a mailbox. */
    readonly withoutMailbox: readonly string[]
  }
}

/** Runs `npm run contract` against a shop in a separate process. */
export async function runAgainst(
  shop: { readonly url: string; readonly release: string },
  settings: Record<string, string>,
  more: readonly string[] = [],
): Promise<MailRun> {
  const folder = newFolder()
  const ended = await contract(['--url', shop.url, '--release', shop.release, '--out', folder, ...more], settings)
  const report = ended.code <= 1 ? (JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report) : undefined
  const results = report?.requirements ?? []
  return {
    ...ended,
    report: {
      powers: report?.powers ?? [],
      passed: results.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id),
      surprises: results
        .filter(({ verdict }) => ['fail', 'warn', 'blocked', 'error'].includes(verdict))
        .map(
          ({ id, verdict, expected, actual, why }) =>
            `${id} ${verdict}: ${why ?? `expected ${expected}, got ${actual}`}`,
        ),
      withoutMailbox: results
        .filter(({ verdict, why }) => verdict === 'untestable' && /mailbox/.test(why ?? ''))
        .map(({ id }) => id),
    },
  }
}
