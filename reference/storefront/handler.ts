import type { Answer, Call, Shop } from '../types.ts'

/** Handles requests for a page, by method; gets the decoded form data. */
export type Handler = Partial<
  Record<'GET' | 'POST', (shop: Shop, call: Call, sent: Record<string, unknown>) => Answer | Promise<Answer>>
>
