import type { Answered } from '../client/answered.ts'
import type { Ask } from '../client/request.ts'
import { type LimitName, type Limits, limitTexts, type Used } from './limits.ts'

/** A request was not sent, because the run may do no more of its kind: untestable, never a failure. */
export class OverBudget extends Error {
  override name = 'OverBudget'
  readonly setting: string

  constructor(limit: LimitName, allowed: number) {
    const { unit, setting } = limitTexts[limit]
    super(`the run has used up its ${allowed} ${unit}`)
    this.setting = setting.includes('=') ? `set ${setting}` : `raise ${setting}`
  }
}

/** Counts what is sent and answered, and says when it is enough. */
export class Budget {
  readonly limits: Limits
  #requests = 0
  #failedLogins = 0
  #resetRequests = 0
  /** Failed logins in a row by name: a shop forgets them when the name logs in. */
  readonly #failures = new Map<string, number>()
  /** Logins under way by name: each may fail. */
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
   * @returns to be told the answer, or that none came
   * @throws OverBudget
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

  #check(limit: LimitName, used: number): void {
    if (used >= this.limits[limit]) throw new OverBudget(limit, this.limits[limit])
  }

  /** What the client asked once more by itself. */
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

/** Customers' and administrators' alike, and at the storefront: any name can be closed by failures. */
function isLogin({ method, path, page }: Ask): boolean {
  const login = page ? /\/customer\/account\/loginpost(\/|$)/i : /\/integration\/(customer|admin)\/token\/?$/i
  return method === 'POST' && login.test(pathOnly(path))
}

/** The storefront leads on in any case, and says in a cookie that it went wrong. */
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

/** The name that a login is about, whatever it is written in; letter case does not tell names apart. */
function nameOf({ json, body, page }: Ask): string | undefined {
  if (page) return new URLSearchParams(String(body)).get('login[username]')?.toLowerCase() ?? undefined
  const text = json === undefined ? String(body ?? '') : JSON.stringify(json)
  const found = /"username"\s*:\s*"([^"]+)"/.exec(text) ?? /<username>([^<]+)</.exec(text)
  return found?.[1]?.toLowerCase()
}
