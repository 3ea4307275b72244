import type { Exchange } from '../recording/exchange.ts'
import { OverBudget } from '../target/guard/budget.ts'
import { Stopped } from '../target/guard/guard.ts'
import { NotAsked } from './halt.ts'
import type { Run } from './run.ts'

/**
 * Announces an address in the ledger before the request that may create an account, then records the result. An account
 * may exist even if the connection broke or an internal error was returned.
 * @throws NoAnswer, LedgerError, OverBudget
 */
export async function registering(run: Run, email: string, ask: () => Promise<Exchange>): Promise<Exchange> {
  run.accounts.note({ event: 'creating', email })
  const answer = await ask().catch((error: unknown) => {
    if (error instanceof OverBudget || error instanceof Stopped) run.accounts.note({ event: 'refused', email })
    throw error
  })
  const { value } = answer.at('/id')
  if (answer.status === 200)
    run.accounts.note({ event: 'created', email, ...(typeof value === 'number' ? { id: value } : {}) })
  else if ((answer.status >= 400 && answer.status < 500) || answer instanceof NotAsked)
    run.accounts.note({ event: 'refused', email })
  return answer
}
