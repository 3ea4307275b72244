import { Exchange } from '../../recording/exchange.ts'
import { type Client, NoAnswer } from './client.ts'
import type { Ask } from './request.ts'

/**
 * Sends a request that is not judged, for probing, setup and cleanup.
 * @throws NoAnswer
 */
export async function askUnrecorded(client: Client, request: Ask): Promise<Exchange> {
  return new Exchange({ scenario: '', name: request.path, ...(await client.ask(request)) })
}

/** Like `askUnrecorded`, for an optional request: returns undefined without an answer. */
export async function askIfAnswered(client: Client, request: Ask): Promise<Exchange | undefined> {
  try {
    return await askUnrecorded(client, request)
  } catch (error) {
    if (error instanceof NoAnswer) return undefined
    throw error
  }
}
