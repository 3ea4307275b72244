import type { RecordedRequest, RecordedResponse } from '../../recording/exchange.ts'

/** A request as it was sent, and its answer as it was received. */
export interface Answered {
  readonly startedAt: string
  readonly time: number
  readonly retries: number
  readonly request: RecordedRequest
  readonly response: RecordedResponse
}
