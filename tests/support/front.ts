import type { RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'
import { type Served, serve } from './serve.ts'

/** Starts a server that is closed at the end of the test; with TLS if options for it are given. */
export async function front(listener: RequestListener, tls?: Parameters<typeof serve>[1]): Promise<Served> {
  const started = await serve(listener, tls)
  onTestFinished(() => started.close())
  return started
}
