import type { RecordedRequest, RecordedResponse } from '../../recording/exchange.ts'

/** A request as it was sent, and the answer as it came. */
export interface Answered {
  readonly startedAt: string
  readonly time: number
  readonly retries: number
  readonly request: RecordedRequest
  readonly response: RecordedResponse
}
