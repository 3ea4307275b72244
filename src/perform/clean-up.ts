import { del } from '../client/request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Target } from '../target/target.ts'
import { findCustomer } from './find-customer.ts'

/** An account that the run made, or may have made behind an internal error or a broken connection. */
export interface Made {
  readonly id: number | undefined
  readonly certain: boolean
}

export interface Left {
  readonly email: string
  readonly why: string
}

/**
 * Deletes what the run created, where it may.
 * @param created by address
 */
export async function cleanUp(
  target: Target,
  created: ReadonlyMap<string, Made>,
  ledger: Ledger,
): Promise<{ left: Left[]; removed: number }> {
  if (target.embedded) return { left: [], removed: 0 }
  const { adminToken } = target
  if (!adminToken)
    return {
      left: [...created].map(([email, { certain }]) => ({ email, why: certain ? noAdmin : perhaps })),
      removed: 0,
    }
  const left: Left[] = []
  await Promise.all(
    [...created].map(async ([email, { id }]) => {
      const why = await remove(target, adminToken, email, id)
      if (why) left.push({ email, why })
      else ledger.write({ event: 'deleted', target: target.baseUrl, email })
    }),
  )
  return { left, removed: created.size - left.length }
}

const noAdmin = 'the run has no admin power'
const perhaps = 'the run has no admin power, and whether the account was made is not known'

async function remove(
  target: Target,
  token: string,
  email: string,
  id: number | undefined,
): Promise<string | undefined> {
  try {
    const known = id ?? (await findCustomer(target, token, email)).at('/items/0/id').value
    if (known === undefined) return undefined
    const { response } = await target.client.ask(del(`/V1/customers/${known}`, { token }))
    const gone = response.status === 200 || response.status === 404
    return gone ? undefined : `deleting it was answered with ${response.status}`
  } catch (error) {
    return (error as Error).message
  }
}
