import { del, get, type Token } from '../client/request.ts'
import { askUnrecorded } from '../client/unrecorded.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Target } from '../target/target.ts'
import { findCustomer, isOf } from './find-customer.ts'

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
 * @returns what stays, and why
 */
export async function cleanUp(target: Target, created: ReadonlyMap<string, Made>, ledger: Ledger): Promise<Left[]> {
  if (target.embedded) return []
  const { adminToken } = target
  if (!adminToken) return [...created].map(([email, { certain }]) => ({ email, why: certain ? noAdmin : perhaps }))
  const left: Left[] = []
  await Promise.all(
    [...created].map(async ([email, { id }]) => {
      const why = await remove(target, adminToken, email, id)
      if (why) left.push({ email, why })
      else ledger.write({ event: 'deleted', target: target.baseUrl, email })
    }),
  )
  return left
}

const noAdmin = 'the run has no admin power'
const perhaps = 'the run has no admin power, and whether the account was made is not known'

/**
 * Never deletes on the word of a registration's answer: a broken shop may have named somebody else's id, a proxy may
 * have lost the search's filter. What goes is the account that the shop shows under the run's own address.
 */
async function remove(
  target: Target,
  token: Token,
  email: string,
  id: number | undefined,
): Promise<string | undefined> {
  try {
    const { status, pointer, answer } = await look(target, token, email, id)
    if (status === 404 || !answer.at(pointer).exists) return undefined
    if (!isOf(answer, pointer, email)) return 'the shop shows another account under its id'
    const { response } = await target.client.ask(del(`/V1/customers/${answer.at(`${pointer}/id`).value}`, { token }))
    const gone = response.status === 200 || response.status === 404
    return gone ? undefined : `deleting it was answered with ${response.status}`
  } catch (error) {
    return (error as Error).message
  }
}

async function look(target: Target, token: Token, email: string, id: number | undefined) {
  if (id === undefined) {
    const answer = await findCustomer(target, token, email)
    return { answer, status: answer.status, pointer: '/items/0' }
  }
  const answer = await askUnrecorded(target.client, get(`/V1/customers/${id}`, { token }))
  return { answer, status: answer.status, pointer: '' }
}
