import type { RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'
import { type Served, serve } from './serve.ts'

/** A server that is closed when the test that started it has ended; over TLS when it is given options for that. */
export async function front(listener: RequestListener, tls?: Parameters<typeof serve>[1]): Promise<Served> {
  const started = await serve(listener, tls)
  onTestFinished(() => started.close())
  return started
}
