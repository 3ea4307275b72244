import { Exchange } from '../recording/exchange.ts'
import type { Client } from './client.ts'
import type { Ask } from './request.ts'

/**
 * Asks what is not judged: reaching, probing, preparing and cleaning up.
 * @throws NoAnswer
 */
export async function askUnrecorded(client: Client, request: Ask): Promise<Exchange> {
  return new Exchange({ scenario: '', name: request.path, ...(await client.ask(request)) })
}
