import type { Reference, ReferenceOptions } from '../../reference/index.ts'

export type { Mail, Outbox, Reference, ReferenceOptions } from '../../reference/index.ts'

/**
 * Starts the reference: a server that answers as Magento's customer accounts do, and remembers its customers until it
 * is closed. It is loaded when this is called.
 * @param options the release to answer as, settings of the shop, and where to listen (a free port of this machine)
 * @throws Error when the port is taken, or the release is none
 */
export async function startReference(options: ReferenceOptions = {}): Promise<Reference> {
  return (await import('../../reference/index.ts')).startReference(options)
}
