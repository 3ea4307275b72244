import type { Authority } from '../client/authority.ts'
import { NoAnswer } from '../client/client.ts'

interface Ways {
  /** Makes another token. @throws when the shop gives none */
  readonly acquire: () => Promise<string>
  /** Whether the shop still knows a token. */
  readonly works: (token: string) => Promise<boolean>
  /** Tells why there is no other token. */
  readonly say: (why: string) => void
}

/**
 * A token that is made anew when it has run out. A 401 may as well mean that the account lacks a permission, so the
 * token is tried first. All requests that are refused at once wait for the one new login. When it fails there is no
 * other: a run must not lock its administrator.
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
      // Whether there is another shows when the shop answers again.
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
