import type { Exchange } from '../recording/exchange.ts'
import type { Run } from './play.ts'

/**
 * Writes an address down before the request that may create an account with it, and tells the run what came of it:
 * behind a broken connection there may be an account too.
 * @throws NoAnswer
 */
export async function registering(run: Run, email: string, ask: () => Promise<Exchange>): Promise<Exchange> {
  run.ledger.write({ event: 'creating', target: run.target.baseUrl, email })
  let answer: Exchange | undefined
  try {
    answer = await ask()
    return answer
  } finally {
    run.registered(email, answer)
  }
}
