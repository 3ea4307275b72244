import type { Exchange } from '../recording/exchange.ts'
import type { Halt } from '../recording/recording.ts'
import type { Ask } from '../target/client/request.ts'
import { nameOf } from '../target/guard/budget.ts'
import type { Barrier } from './barrier.ts'

const login = /\/integration\/customer\/token\/*(\?|$)/i
const passwordChange = /\/customers\/+me\/+password\/*(\?|$)/i
const pageLogin = /\/customer\/account\/loginpost(\/|$)/i

/**
 * Returns the barriers for a shop that locks accounts after a few wrong passwords. A second refusal of the same account
 * may come from the lock, so requirements about it are untestable. At the storefront the scenario stops there.
 */
export function earlyLock(halt: Halt): Barrier[] {
  const failures = new Map<string, number>()
  const owners = new Map<string, string>()
  /** Counts a refusal. @returns true if it was not the first */
  const again = (name: string): boolean => {
    const before = failures.get(name) ?? 0
    failures.set(name, before + 1)
    return before > 0
  }
  const at = (request: Ask, answer: Exchange): boolean => {
    if (login.test(request.path) && request.method === 'POST') {
      const name = nameOf(request)?.trim() ?? nameInQuery(request)
      if (name === undefined) return false
      if (answer.status === 200) owners.set(String(answer.json), name)
      return answer.status === 401 && again(name)
    }
    const owner = typeof request.token === 'string' ? owners.get(request.token) : undefined
    if (owner === undefined || !passwordChange.test(request.path)) return false
    return answer.status === 401 && again(owner)
  }
  const atPage = (request: Ask, answer: Exchange): boolean => {
    const name = request.page && pageLogin.test(request.path) ? nameOf(request) : undefined
    return name !== undefined && answer.headers('set-cookie').some(tellsError) && again(name)
  }
  return [
    { halt, at, goesOn: true },
    { halt, at: atPage },
  ]
}

/** True for an error message, except the one about a wrong form key, which is no failed login. */
const tellsError = (cookie: string) => /^mage-messages=.*error/.test(cookie) && !/form.{0,3}key/i.test(cookie)

const nameInQuery = ({ path }: Ask) =>
  new URLSearchParams(path.split('?')[1] ?? '').get('username')?.trim().toLowerCase()
