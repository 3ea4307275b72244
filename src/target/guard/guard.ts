import { setTimeout as sleep } from 'node:timers/promises'
import type { Answered } from '../client/answered.ts'
import { type Client, NoAnswer } from '../client/client.ts'
import { Challenged, TooMany, Unavailable } from '../client/no-answer.ts'
import type { Ask } from '../client/request.ts'
import { Budget } from './budget.ts'
import type { Limits } from './limits.ts'
import { Pace } from './pace.ts'
import { isTold, Pauses, putOff, repeats, repeatsOfCounted } from './pauses.ts'
import { Turns } from './turns.ts'

/** Thrown after the run was stopped; only cleanup requests are sent then. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** Enforces limits, pauses and pacing. All requests of a run go through it. */
export interface Guard {
  /** For scenarios: within the budget, and not after `stop`. Throws OverBudget and Stopped besides NoAnswer. */
  readonly client: Client
  /** A client for a second address of the same target. It shares the budget, the pauses and the concurrency limit. */
  also(other: Client): Client
  /**
   * For cleanup, which has no budget. It also waits as the target asks, and retries for a while if there is no answer.
   */
  readonly cleaner: Client
  readonly budget: Budget
  readonly pauses: Pauses
  /** Sends one request at a time until the target answers as fast as before. */
  slowDown(): void
  /** Makes `client` send no more requests. */
  stop(): void
  /** Resolves when no request of `client` is pending. */
  settled(): Promise<void>
}

/** If this many requests to a route are answered while one is refused, that one is not refused for the request rate. */
const othersMeanwhile = 2

/** The target named a time before which it takes no requests; no retry before it. */
class NotWelcome extends NoAnswer {}

export interface Waiting {
  /** Maximum seconds that the run waits in total at the target's request. */
  readonly longestPause: number
  /** Seconds for which cleanup retries requests that got no answer. */
  readonly longestCleanUp: number
  /** Called once, when cleanup starts to retry. */
  readonly say?: (text: string) => void
}

/** @param inner the client that sends the requests */
export function guard(inner: Client, limits: Limits, { longestPause, longestCleanUp, say }: Waiting): Guard {
  const budget = new Budget(limits)
  const pauses = new Pauses(longestPause)
  /** Cleanup has its own allowance, so that it can wait even if the scenarios have used up theirs. */
  const lastPauses = new Pauses(longestPause)
  const stopping = new AbortController()
  const underWay = new Set<Promise<unknown>>()
  // The client's own concurrency limit. A request queued in the client instead would not observe a pause.
  const turns = new Turns(inner.concurrency)
  const pace = new Pace(inner.concurrency)
  const never = new AbortController().signal

  let challenge: Challenged | undefined

  async function waitUntilWelcome(own: Pauses, signal: AbortSignal): Promise<void> {
    if (challenge) throw challenge
    const left = () => Math.max(pauses.left, own.left)
    while (left() > 0 && !signal.aborted) await sleep(left(), undefined, { signal }).catch(() => {})
    if (signal.aborted) throw new Stopped('the run was stopped')
    if (own.closedFor > 0)
      throw new NotWelcome(
        `the target wants no requests for another ${own.closedFor} s (Retry-After), and the run waits ${own.longest} s in all (MAGENTO_MAX_PAUSE)`,
      )
  }

  async function patiently(
    request: Ask,
    send: () => Promise<Answered>,
    own: Pauses,
    signal: AbortSignal,
  ): Promise<Answered> {
    const answersBefore = pace.answersTo(routeOf(request))
    for (let refusals = 0; ; refusals++) {
      await waitUntilWelcome(own, signal)
      const turn = pace.turn()
      if (turn > 0) {
        await sleep(turn, undefined, { signal }).catch(() => {})
        await waitUntilWelcome(own, signal)
      }
      const { answer, unavailable } = await orUnavailable(send).catch((error: unknown) => {
        if (error instanceof Challenged) challenge = error
        throw error
      })
      const early = putOff(answer, refusals)
      if (!early) {
        pace.answered(routeOf(request))
        if (unavailable) throw unavailable
        return refusals ? { ...answer, retries: answer.retries + refusals } : answer
      }
      const what = `${request.method} ${request.path} was answered ${answer.response.status}`
      if (!early.named) {
        const told = isTold(answer)
        // The shop may refuse a locked name with 429, which does not concern other requests. A second 429 is the
        // response.
        if (told && budget.hasFailedOften(request)) {
          if (refusals > 0) throw new TooMany(what, { ...answer, retries: answer.retries + refusals })
          own.begin(early.seconds)
          continue
        }
        if (told && pace.saysSoItself(routeOf(request))) throw new TooMany(what, answer)
        // Only the first refusal slows the pace: a retry comes after a pause, so its refusal is not about the pace.
        if (refusals === 0) pace.refused()
        turns.atMost(pace.atOnce)
        if (pace.isHopeless(routeOf(request)))
          throw told ? new TooMany(what, answer) : (unavailable ?? new NoAnswer(what))
      }
      own.begin(early.seconds)
      if (!early.again) throw new NoAnswer(`${what}: the shop is not available, and the request may not be sent twice`)
      // Other requests to this route were answered meanwhile, so the rate is not the reason for the refusal.
      const isAlone = isTold(answer) && pace.answersTo(routeOf(request)) >= answersBefore + othersMeanwhile
      const most = answer.response.status === 429 && pace.hasAnswered && !isAlone ? repeatsOfCounted : repeats
      if (refusals >= most) {
        if (!early.named) pace.gaveUp(routeOf(request))
        const often = `${what}, ${most + 1} times`
        if (!early.named && isTold(answer)) throw new TooMany(often, { ...answer, retries: answer.retries + refusals })
        throw unavailable ?? new NoAnswer(often)
      }
    }
  }

  async function counted(request: Ask, to: Client): Promise<Answered> {
    const told = budget.admit(request)
    let answer: Answered | undefined
    try {
      answer = await to.ask(request)
      return answer
    } finally {
      told(answer)
    }
  }

  const addresses = [inner]

  function through(ask: (request: Ask) => Promise<Answered>, to = inner): Client {
    return {
      concurrency: inner.concurrency,
      get asked() {
        return addresses.reduce((sum, { asked }) => sum + asked, 0)
      },
      ask: (request) =>
        turns.send(async () => {
          const answer = await ask(request)
          turns.answered(answer.time)
          return answer
        }),
      close: () => to.close(),
    }
  }

  const cleaning = through(async (request) => {
    // Checked when the request's turn comes, since many may have been queued before it.
    if (turns.isGone(longestCleanUp * 1000)) throw new NoAnswer(gone)
    return patiently(request, () => inner.ask(request), lastPauses, never)
  })

  /** Sends one cleanup request and retries it with growing pauses while the target gives no answer. */
  async function tenaciously(request: Ask): Promise<Answered> {
    const start = performance.now()
    for (;;) {
      try {
        return await cleaning.ask(request)
      } catch (error) {
        if (!(error instanceof NoAnswer) || error instanceof NotWelcome || error instanceof Challenged) throw error
        if (error.message === gone) throw error
        turns.failed()
        if (performance.now() - start >= longestCleanUp * 1000) throw error
        say?.(`${error.message}: cleaning up tries again, for ${longestCleanUp} s at most (MAGENTO_CLEANUP_TIMEOUT)`)
        say = undefined
        await turns.pause()
      }
    }
  }

  const asking = (to: Client) =>
    through((request) => {
      const answer = patiently(request, () => counted(request, to), pauses, stopping.signal)
      const forget = () => void underWay.delete(answer)
      underWay.add(answer)
      answer.then(forget, forget)
      return answer
    }, to)

  return {
    client: asking(inner),
    also(other) {
      addresses.push(other)
      return asking(other)
    },
    cleaner: {
      concurrency: cleaning.concurrency,
      get asked() {
        return cleaning.asked
      },
      ask: tenaciously,
      close: cleaning.close,
    },
    budget,
    pauses,
    slowDown: () => turns.slowDown(),
    stop: () => stopping.abort(),
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

const gone = 'not tried: the target gives no answer any more'

/** Returns method and path without query and numbers, to group similar requests. */
const routeOf = ({ method, path }: Ask) => `${method} ${path.replace(/\?.*$/, '').replace(/\d+/g, 'N')}`

/** A response of a proxy in front of the shop may also ask to wait; it is returned together with the error. */
async function orUnavailable(
  send: () => Promise<Answered>,
): Promise<{ readonly answer: Answered; readonly unavailable?: Unavailable }> {
  try {
    return { answer: await send() }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return { answer: error.answered, unavailable: error }
  }
}
