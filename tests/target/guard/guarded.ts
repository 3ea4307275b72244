import type { RequestListener } from 'node:http'
import { afterEach } from 'vitest'
import { createClient } from '../../../src/target/client/client.ts'
import { type Guard, guard } from '../../../src/target/guard/guard.ts'
import { defaultLimits, type Limits } from '../../../src/target/guard/limits.ts'
import { serve } from '../../support/serve.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** Returns a guard with a server that responds as given. */
export async function guarded(
  listener: RequestListener,
  limits: Partial<Limits> = {},
  longestPause = 5,
  longestCleanUp = 0,
): Promise<Guard> {
  const server = await serve(listener)
  const client = createClient({ baseUrl: server.url, store: 'default', headers: {}, concurrency: 3, timeout: 2000 })
  open.push(server.close, client.close)
  return guard(client, { ...defaultLimits, ...limits }, { longestPause, longestCleanUp })
}
