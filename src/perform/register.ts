import type { Exchange } from '../recording/exchange.ts'
import { OverBudget } from '../target/guard/budget.ts'
import { Stopped } from '../target/guard/guard.ts'
import { NotAsked } from './halt.ts'
import type { Run } from './run.ts'

/**
 * Writes an address down before the request that may create an account with it, and then what came of it: behind a
 * broken connection or an internal error there may be an account too.
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
