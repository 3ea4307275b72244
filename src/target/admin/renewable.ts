import type { Authority } from '../client/authority.ts'
import { NoAnswer } from '../client/client.ts'

interface Ways {
  /** Gets another token. @throws if the shop issues none */
  readonly acquire: () => Promise<string>
  /** True if the shop still accepts a token. */
  readonly works: (token: string) => Promise<boolean>
  /** Reports why no other token could be acquired. */
  readonly say: (why: string) => void
}

/**
 * A token that is replaced when it has expired. A 401 may also mean a missing permission, so the token is tested first.
 * Concurrent requests that are refused wait for the same login. If that login fails there is no further attempt,
 * because failures would lock the administrator.
 */
export function renewable(first: string, { acquire, works, say }: Ways): Authority {
  let token = first
  let given = true
  let underWay: Promise<boolean> | undefined
  const header = () => `Bearer ${token}`

  async function anew(): Promise<boolean> {
    try {
      if (await works(token)) return false
      const next = await acquire()
      if (!(await works(next))) throw new Error('the shop refuses the token that it has just given')
      token = next
      return true
    } catch (error) {
      // Without an answer it is unknown whether a new token can be acquired; the next 401 tries again.
      if (error instanceof NoAnswer) return false
      given = false
      say(`The administrator’s token ran out, and there is no other: ${(error as Error).message}`)
      return false
    }
  }

  return {
    kind: 'bearer',
    authorization: header,
    async renew(refused) {
      if (refused !== header()) return true
      if (!given) return false
      underWay ??= anew().finally(() => {
        underWay = undefined
      })
      return underWay
    },
  }
}
