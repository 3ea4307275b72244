import type { CatcherApi } from './http.ts'
import type { MessageStore } from './message-store.ts'

/** A kind of catcher: how it is told from the others, and how it is asked. */
export interface Catcher {
  readonly name: string
  /** A path that no other kind answers so. */
  readonly sign: { readonly path: string; readonly isIt: (json: unknown) => boolean }
  /** @throws MailboxError */
  open(api: CatcherApi): Promise<MessageStore>
}
