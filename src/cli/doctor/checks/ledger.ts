import { existsSync } from 'node:fs'
import { calledAs } from '../../../shared/command.ts'
import { openTargets } from '../../../target/ledger/accounts.ts'
import { readLedger } from '../../../target/ledger/read.ts'
import { bad, type Check, good, note } from '../check.ts'

/** Checks for accounts left by earlier runs. */
export const ledger: Check = {
  name: 'ledger',
  async look({ baseUrl, ledgerPath }) {
    if (!existsSync(ledgerPath)) return good(`no ledger yet: a run will list its accounts in ${ledgerPath}`)
    try {
      const left = openTargets(readLedger(ledgerPath)).get(baseUrl) ?? 0
      if (left === 0) return good(`${ledgerPath} lists no accounts left on this target`)
      return note(
        `${ledgerPath} lists ${left} accounts that earlier runs left on this target`,
        `${calledAs} sweep removes them`,
      )
    } catch (error) {
      return bad(2, (error as Error).message)
    }
  },
}
