import '../../specs/index.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import type { Result } from '../../src/judge/verdict.ts'
import { perform } from '../../src/perform/perform.ts'
import { scenarios } from '../../src/perform/scenario.ts'
import { reportOf } from '../../src/report/report-of.ts'
import { memoryBank } from '../../src/target/bank/bank.ts'
import { advancingClock } from '../../src/target/clock/advance.ts'
import { noLedger } from '../../src/target/ledger/ledger.ts'
import { outboxMailbox } from '../../src/target/mailbox/outbox.ts'
import { openTarget } from '../../src/target/open.ts'
import { readSettings } from '../../src/target/read-settings.ts'
import type { Target } from '../../src/target/target.ts'
import { jittered } from './jitter.ts'

/** How the shop's time passes: the run moves the clock, or waits, as with every real shop. */
export type Time = 'moved' | 'waited'

export interface OneRun {
  readonly results: readonly Result[]
  readonly requests: number
  readonly resets: number
  /** As the report has it. */
  readonly retried: number
}

/**
 * Performs one full run with all access against a new reference behind a bad network.
 * @param percent percentage of reading requests whose connection is reset
 */
export async function runOnce(time: Time, percent = 1): Promise<OneRun> {
  const shop = await startReference()
  const network = await jittered(shop.url, percent)
  const settings = {
    MAGENTO_BASE_URL: network.url,
    MAGENTO_RELEASE: shop.release,
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    MAGENTO_LOCKOUT: 'on',
    MAGENTO_MAX_WAIT: '0',
    MAGENTO_CONCURRENCY: '16',
  }
  const opened = await openTarget(readSettings(settings, {}, '/nonexistent'))
  const moved = time === 'moved' ? movedBy(shop) : {}
  const target = { ...opened, mailbox: outboxMailbox(shop.outbox), ...moved }
  try {
    const { recording } = await perform(target, scenarios, { ledger: noLedger, mailTimeout: 5000 })
    const results = judge(recording, requirements)
    const { requests, retried } = reportOf(recording, requirements, results)
    return { results, requests, resets: network.resets(), retried }
  } finally {
    await target.close()
    network.close()
    await shop.close()
  }
}

/** Access of a run that can move the shop's clock: its tokens expire, and it changes settings. */
function movedBy({ clock, shop }: Reference): Pick<Target, 'clock' | 'bank' | 'configure'> {
  return {
    clock: advancingClock(clock),
    bank: memoryBank(),
    configure: async (path, value) => shop.settings.set(path, value),
  }
}

/** A requirement whose verdict changes between runs: the number and one reason of each verdict. */
export interface Flake {
  readonly id: string
  readonly verdicts: Readonly<Record<string, { readonly times: number; readonly example: string }>>
}

/** Returns the requirements whose verdicts differ between runs. */
export function flakesIn(runs: readonly OneRun[]): Flake[] {
  return requirements.flatMap(({ id }) => {
    const verdicts: Record<string, { times: number; example: string }> = {}
    for (const { results } of runs) {
      const { verdict, why, expected, actual } = results.find((result) => result.id === id) as Result
      const example = why ?? (expected ? `expected ${expected}, got ${actual}` : '')
      verdicts[verdict] = { times: (verdicts[verdict]?.times ?? 0) + 1, example }
    }
    return Object.keys(verdicts).length > 1 ? [{ id, verdicts }] : []
  })
}
