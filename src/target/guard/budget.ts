import type { Answered } from '../client/answered.ts'
import type { Ask } from '../client/request.ts'
import { type LimitName, type Limits, limitTexts, type Used } from './limits.ts'

/** Thrown for a request that would exceed a limit of the run. What needs it is untestable, never failed. */
export class OverBudget extends Error {
  override name = 'OverBudget'
  readonly setting: string

  constructor(limit: LimitName, allowed: number) {
    const { unit, setting } = limitTexts[limit]
    super(`the run has used up its ${allowed} ${unit}`)
    this.setting = setting.includes('=') ? `set ${setting}` : `raise ${setting}`
  }
}

/** Consecutive failed logins after which a shop may lock a name. */
const lockedAfter = 3

/** Counts requests and answers and enforces the limits. */
export class Budget {
  readonly limits: Limits
  #requests = 0
  #failedLogins = 0
  #resetRequests = 0
  /** Consecutive failed logins per name; Magento resets its own count when the name logs in. */
  readonly #failures = new Map<string, number>()
  /** Logins without an answer yet, per name; each of them may still fail. */
  readonly #pending = new Map<string, number>()
  #mostOfOneName = 0
  #pendingLogins = 0

  constructor(limits: Limits) {
    this.limits = limits
  }

  get used(): Used {
    return {
      requests: this.#requests,
      failedLogins: this.#failedLogins,
      failedLoginsOfOneName: this.#mostOfOneName,
      resetRequests: this.#resetRequests,
    }
  }

  /**
   * Counts a request that is about to be sent.
   * @returns a callback for the answer; pass undefined if none came
   * @throws OverBudget if a limit is reached
   */
  admit(request: Ask): (answer: Answered | undefined) => void {
    this.#check('requests', this.#requests)
    const login = isLogin(request)
    const name = login ? nameOf(request) : undefined
    if (login) this.#check('failedLogins', this.#failedLogins + this.#pendingLogins)
    if (name !== undefined) {
      const mayHaveFailed = (this.#failures.get(name) ?? 0) + (this.#pending.get(name) ?? 0)
      this.#check('failedLoginsOfOneName', mayHaveFailed)
    }
    if (isResetRequest(request)) {
      this.#check('resetRequests', this.#resetRequests)
      this.#resetRequests++
    }
    this.#requests++
    if (!login) return (answer) => this.#retried(answer)
    this.#pendingLogins++
    if (name !== undefined) this.#pending.set(name, (this.#pending.get(name) ?? 0) + 1)
    return (answer) => {
      this.#retried(answer)
      this.#pendingLogins--
      if (name !== undefined) this.#pending.set(name, (this.#pending.get(name) ?? 1) - 1)
      if (answer) this.#loggedIn(name, outcomeOf(answer))
    }
  }

  /** True for a login whose name has failed so often that the shop may have locked it. */
  hasFailedOften(request: Ask): boolean {
    const name = isLogin(request) ? nameOf(request) : undefined
    return name !== undefined && (this.#failures.get(name) ?? 0) >= lockedAfter
  }

  #check(limit: LimitName, used: number): void {
    if (used >= this.limits[limit]) throw new OverBudget(limit, this.limits[limit])
  }

  /** Adds the retries that the client made by itself. */
  #retried(answer: Answered | undefined): void {
    this.#requests += answer?.retries ?? 0
  }

  #loggedIn(name: string | undefined, outcome: 'refused' | 'in' | 'neither'): void {
    if (outcome === 'refused') {
      this.#failedLogins++
      if (name === undefined) return
      const failures = (this.#failures.get(name) ?? 0) + 1
      this.#failures.set(name, failures)
      this.#mostOfOneName = Math.max(this.#mostOfOneName, failures)
    } else if (outcome === 'in' && name !== undefined) this.#failures.delete(name)
  }
}

/** True for a login of a customer or an administrator, by API or storefront. Failures can lock any such account. */
function isLogin({ method, path, page }: Ask): boolean {
  const login = page ? /\/customer\/account\/loginpost(\/|$)/i : /\/integration\/(customer|admin)\/token\/?$/i
  return method === 'POST' && login.test(pathOnly(path))
}

/** The storefront redirects in either case; only the cookie `mage-messages` shows that a login failed. */
function outcomeOf({ response }: Answered): 'refused' | 'in' | 'neither' {
  if (response.status === 401) return 'refused'
  if (response.status === 200) return 'in'
  return response.headers.some(([name, value]) => /^set-cookie$/i.test(name) && /^mage-messages=.*error/.test(value))
    ? 'refused'
    : 'neither'
}

function isResetRequest({ method, path }: Ask): boolean {
  return method === 'PUT' && /\/customers\/password\/?$/i.test(pathOnly(path))
}

const pathOnly = (path: string) => path.split('?')[0] as string

/** Returns the login name in a request, from JSON, XML or a form; in lower case, as Magento ignores case. */
export function nameOf({ json, body, page }: Ask): string | undefined {
  if (page) return new URLSearchParams(String(body)).get('login[username]')?.toLowerCase() ?? undefined
  const text = json === undefined ? String(body ?? '') : JSON.stringify(json)
  const found = /"username"\s*:\s*"([^"]+)"/.exec(text) ?? /<username>([^<]+)</.exec(text)
  return found?.[1]?.toLowerCase()
}
