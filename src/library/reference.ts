import type { Reference, ReferenceOptions } from '../../reference/index.ts'

export type { Mail, Outbox, Reference, ReferenceOptions } from '../../reference/index.ts'

/**
 * Starts the reference: a server that behaves like Magento's customer-account API and keeps its data in memory until it
 * is closed. It is loaded on the first call.
 * @param options release, settings of the shop, and where to listen (default: a free local port)
 * @throws Error if the port is in use or the release is invalid
 */
export async function startReference(options: ReferenceOptions = {}): Promise<Reference> {
  return (await import('../../reference/index.ts')).startReference(options)
}
