import type { Cleaned } from '../perform/clean-up.ts'
import { accountsLine, leftLines } from '../perform/left-accounts.ts'

/** Prints the result of the cleanup and exits. An incomplete run is not judged; pending timers are not waited for. */
export function interrupted(
  runs: readonly { readonly accounts: Cleaned; readonly target: string }[],
  exitCode: number,
): never {
  for (const { accounts, target } of runs) {
    const { created, removed, left } = accounts
    for (const line of leftLines(left, target)) console.log(line)
    console.log(`Interrupted: nothing was judged. ${accountsLine(created, removed, left, target)}`)
  }
  process.exit(exitCode)
}
