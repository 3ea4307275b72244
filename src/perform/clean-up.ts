import { del } from '../client/request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Target } from '../target/target.ts'

export interface Left {
  readonly email: string
  readonly why: string
}

/**
 * Deletes what the run created, where it may.
 * @param created addresses with the ids they got, as far as known
 */
export async function cleanUp(
  target: Target,
  created: ReadonlyMap<string, number | undefined>,
  ledger: Ledger,
): Promise<{ left: Left[]; removed: number }> {
  if (target.embedded) return { left: [], removed: 0 }
  const { adminToken } = target
  if (!adminToken)
    return { left: [...created.keys()].map((email) => ({ email, why: 'the run has no admin power' })), removed: 0 }
  const left: Left[] = []
  await Promise.all(
    [...created].map(async ([email, id]) => {
      const why = await remove(target, adminToken, id)
      if (why) left.push({ email, why })
      else ledger.write({ event: 'deleted', target: target.baseUrl, email })
    }),
  )
  return { left, removed: created.size - left.length }
}

async function remove({ client }: Target, token: string, id: number | undefined): Promise<string | undefined> {
  if (id === undefined) return 'its id is not known'
  try {
    const { response } = await client.ask(del(`/V1/customers/${id}`, { token }))
    const gone = response.status === 200 || response.status === 404
    return gone ? undefined : `deleting it was answered with ${response.status}`
  } catch (error) {
    return (error as Error).message
  }
}
