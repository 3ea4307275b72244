import { existsSync } from 'node:fs'
import type { Left } from '../perform/clean-up.ts'
import { accountsLine, leftLines } from '../perform/left-accounts.ts'
import { keptOnPurpose, sweep } from '../perform/sweep.ts'
import { calledAs } from '../shared/command.ts'
import { visible } from '../shared/text.ts'
import { openTargets } from '../target/ledger/accounts.ts'
import { fileLedger } from '../target/ledger/ledger.ts'
import { readLedger } from '../target/ledger/read.ts'
import { openTarget } from '../target/open.ts'
import { numberSetting } from '../target/parse.ts'
import { type SettingName, type Settings, UsageError } from '../target/settings.ts'
import { type Flags, folderOf, settingsOf } from './options.ts'
import { ledgerPath, warnOfUnknown } from './perform-run.ts'

/** A registration may have been queued as long as it then took. */
const turns = 2

/**
 * Removes all accounts from the target that ledgers still list.
 * @returns the exit code: 0 if none is left except those kept on purpose; 1 if some are, or if all entries are for
 * another target
 * @throws UsageError, TargetError, LedgerError
 */
export async function sweepCommand(flags: Flags, operands: readonly string[]): Promise<number> {
  if (operands.length) throw new UsageError('sweep takes no file: name a ledger with --ledger FILE')
  const settings = withoutOthers(settingsOf(flags))
  warnOfUnknown(settings)
  if (!settings.get('MAGENTO_BASE_URL'))
    throw new UsageError('sweep needs the target: set MAGENTO_BASE_URL or --url to the shop of the ledger')
  const paths = [...new Set(flags.ledger ?? [ledgerPath(settings, folderOf(flags))])]
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined)
    throw new UsageError(`there is no ledger "${missing}": name one with --ledger FILE or MAGENTO_LEDGER`)
  const longestRegistration = numberSetting(settings, 'MAGENTO_TIMEOUT') * 1000 * turns
  const target = await openTarget(settings)
  const sum = { created: 0, removed: 0, left: [] as Left[] }
  let elsewhere = false
  try {
    for (const path of paths) {
      const entries = readLedger(path)
      const ledger = fileLedger(path, target.baseUrl)
      const swept = await sweep(target, entries, {
        ledger,
        longestRegistration,
        onWait,
        kept: flags.kept ?? false,
      }).finally(ledger.close)
      sum.created += swept.created
      sum.removed += swept.removed
      sum.left.push(...swept.left)
      for (const [other, count] of openTargets(entries))
        if (other !== target.baseUrl) {
          elsewhere = true
          const command = `${calledAs} sweep --url ${other} --ledger ${path}`
          console.log(visible(`${path} lists ${count} of another target, which stay: ${command}`))
        }
    }
  } finally {
    await target.close()
  }
  for (const line of leftLines(sum.left, target.baseUrl)) console.log(line)
  console.log(accountsLine(sum.created, sum.removed, sum.left, target.baseUrl))
  const stays = sum.left.filter(({ why }) => why !== keptOnPurpose)
  const nothing = sum.created === 0 && elsewhere
  return stays.length === 0 && !nothing ? 0 : 1
}

function onWait(registrations: number, milliseconds: number): void {
  console.log(
    `${registrations} registrations may still be under way on the shop: looking for them in ${Math.ceil(milliseconds / 1000)} s (twice MAGENTO_TIMEOUT after they were announced)`,
  )
}

/** Settings that a sweep ignores, so that unavailable services do not prevent the removal. */
const unneeded: readonly SettingName[] = [
  'MAGENTO_MAILBOX_URL',
  'MAGENTO_CLOCK',
  'MAGENTO_TOKEN_BANK',
  'MAGENTO_CONFIG_COMMAND',
]

function withoutOthers(settings: Settings): Settings {
  return { ...settings, get: (name) => (unneeded.includes(name) ? undefined : settings.get(name)) }
}
