import { Exchange } from '../../recording/exchange.ts'
import { type Client, NoAnswer } from './client.ts'
import type { Ask } from './request.ts'

/**
 * Asks what is not judged: reaching, probing, preparing and cleaning up.
 * @throws NoAnswer
 */
export async function askUnrecorded(client: Client, request: Ask): Promise<Exchange> {
  return new Exchange({ scenario: '', name: request.path, ...(await client.ask(request)) })
}

/** As `askUnrecorded`, for what a run can do without: undefined where no answer came. */
export async function askIfAnswered(client: Client, request: Ask): Promise<Exchange | undefined> {
  try {
    return await askUnrecorded(client, request)
  } catch (error) {
    if (error instanceof NoAnswer) return undefined
    throw error
  }
}
