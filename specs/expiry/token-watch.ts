import type { Account } from '../../src/perform/account.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Asked, Step } from '../../src/recording/asked.ts'
import type { Halt } from '../../src/recording/recording.ts'
import { get } from '../../src/target/client/request.ts'
import { mePath } from '../shared/profile.ts'
import { keepToken } from './token-bank.ts'
import { endOfToken, type Issued, lifetimeIn } from './token-clock.ts'

/** An expired token, and the account that it was issued to. */
export type Expired = Pick<Account, 'email' | 'password'> & { readonly token: string }

/** Logs in, and returns the token with the time. */
export async function* issue<const Name extends 'issue' | 'issue younger'>(
  name: Name,
  customer: Account,
  stage: Stage,
): Step<Asked<Name>, Issued> {
  const skew = stage.skew()
  const sent = stage.now()
  const token = yield* stage.login(name, customer)
  return { token, sent, received: stage.now(), skew }
}

/** Milliseconds before its expiry when a token is used for the last time, plus the time of a few responses. */
const margin = 3000
/** Milliseconds after the beginning of its last second from which a token is expired in every release. */
const late = 2100
/** Maximum of clock uncertainty plus response time, in milliseconds, with which the second of a request is certain. */
const sure = 900

/**
 * Lets the whole lifetime of a token pass if possible, and uses the token in between.
 * @returns the token with its account; undefined if that much time cannot pass
 */
export async function* watch(issued: Issued, customer: Account, stage: Stage) {
  const { ask, now, without } = stage
  const { token, sent, received } = issued
  const end = () => endOfToken(issued, stage)
  const latency = received - sent
  const way = wayOf(stage)
  const half = (sent + end().low) / 2
  if (!stage.canPass(untilDead(issued, stage), true)) {
    yield* keepToken('another to keep', stage)
    without(notWatched, 'issue younger', 'me with the younger token', 'me at the end')
    return undefined
  }

  const outlives = half + lifetimeIn(stage, token) * 1000 > end().high + late + 5 * latency
  const younger = outlives && (await way.until(half)) ? yield* issue('issue younger', customer, stage) : undefined
  if (!younger) without(outlives ? leapt : tooShort, 'issue younger', 'me with the younger token')
  yield* keepToken('another to keep', stage)
  const before = end().low - Math.min(margin + 3 * latency, (end().low - sent) / 4)
  const inTime = (await way.until(before)) && now() < end().low - latency
  if (inTime) yield* ask('me shortly before', get(mePath, { token }))
  else without(overshot, 'me shortly before')
  const { low, high } = end()
  if (high - low + latency < sure && (await way.until(high))) yield* ask('me at the end', get(mePath, { token }))
  else without(unsure, 'me at the end')
  await way.until(end().high + late, true)
  if (younger) yield* ask('me with the younger token', get(mePath, { token: younger.token }))
  // After a command moved the clock, only this response shows its new time.
  await way.until(end().high + late, true)
  return { ...customer, token }
}

/** Returns functions that wait for moments of the timeline. */
function wayOf({ now, canPass, pass }: Stage) {
  return {
    /** @returns true at that moment; false if it is over, or the clock of a second address is already past it */
    async until(moment: number, atLeast = false): Promise<boolean> {
      const seconds = (moment - now()) / 1000
      if (seconds < 0 || !canPass(seconds, atLeast)) return false
      await pass(seconds, { atLeast })
      return true
    },
  }
}

/** Returns the seconds until a token is expired in every release. */
export function untilDead(issued: Issued, stage: Pick<Stage, 'now' | 'probe' | 'skew'>): number {
  return (endOfToken(issued, stage).high + late - stage.now()) / 1000
}

const clockNeeded = { kind: 'untestable', power: 'clock' } as const

const notWatched: Halt = {
  ...clockNeeded,
  why: 'the token’s lifetime is longer than this run may wait',
  setting: 'let time pass with MAGENTO_CLOCK, or make the token’s lifetime shorter than MAGENTO_MAX_WAIT',
}

const overshot: Halt = {
  ...clockNeeded,
  why: 'that moment had passed when the request could be sent: the clock skipped it, or the shop answered late',
  setting:
    'let the second address of MAGENTO_CLOCK run ahead a little less than the token’s lifetime, or its command move the clock as far as it is asked, and at once',
}

const leapt: Halt = {
  ...clockNeeded,
  why: 'the second address of MAGENTO_CLOCK skips the time at which a younger token is issued',
  setting: 'let time pass with MAGENTO_CLOCK=wait or command:…',
}

const tooShort: Halt = {
  ...clockNeeded,
  why: 'the lifetime is so short that the younger token has expired too when the older one certainly has',
  setting: 'make the token’s lifetime longer than ten seconds',
}

const unsure: Halt = {
  ...clockNeeded,
  why: 'the shop’s answers do not show its clock, or come too slowly, for a request in one given second',
  setting: 'run on a machine closer to the shop, or with fewer concurrent requests (MAGENTO_CONCURRENCY)',
}
