import type { Answer, Call, Shop } from '../types.ts'

/** Answers the requests for a page, by method; what a form sent is decoded. */
export type Handler = Partial<
  Record<'GET' | 'POST', (shop: Shop, call: Call, sent: Record<string, unknown>) => Answer | Promise<Answer>>
>
