import type { CatcherApi } from './http.ts'
import type { MessageStore } from './message-store.ts'

/** A kind of mail catcher: how to detect it, and how to open it. */
export interface Catcher {
  readonly name: string
  /** A path, and a test of its response that only this kind passes. */
  readonly sign: { readonly path: string; readonly isIt: (json: unknown) => boolean }
  /** @throws MailboxError */
  open(api: CatcherApi): Promise<MessageStore>
}
