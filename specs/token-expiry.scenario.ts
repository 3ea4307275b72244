import type { Deposit } from '../src/bank/deposit.ts'
import { get } from '../src/client/request.ts'
import type { Account } from '../src/perform/account.ts'
import { Halted } from '../src/perform/halt.ts'
import { scenario } from '../src/perform/scenario.ts'
import type { Stage } from '../src/perform/stage.ts'
import type { Halt } from '../src/recording/recording.ts'
import { lifetimeGrade } from '../src/token/lifetime.ts'
import { create } from './password-requests.ts'
import { mePath } from './profile.ts'
import { afterwards, useExpired } from './token-afterwards.ts'
import { keeping, keepToken, noBank, presenting, presentLiving, presentRipe, ripening } from './token-bank.ts'
import { endOfToken, type Issued, lifetimeIn } from './token-clock.ts'

const records = [
  'create',
  'no token',
  'issue',
  'issue younger',
  'me shortly before',
  'me at the end',
  'me with the younger token',
  ...keeping,
  ...presenting,
  ...afterwards,
] as const

type ExpiryStage = Stage<(typeof records)[number]>
type Expired = Pick<Account, 'email' | 'password'> & { readonly token: string }

export const tokenExpiry = scenario(
  'token-expiry',
  {
    chapter: 'The token expires',
    asks: 'a token is used shortly before its lifetime is over, and for everything afterwards; or one of an earlier run is',
    waits: true,
    records,
  },
  async (stage) => {
    const { ask, register, account, evidence, bank, probe } = stage
    const known = lifetimeGrade(probe)
    evidence(known)
    const customer = account()
    await ask('no token', get(mePath))
    await keepToken('to keep', stage)
    const created = await register('create', customer.email, create(customer))
    const issued = await issue('issue', customer, stage)
    const own = await watch(issued, customer, stage)
    // First of all, since every question in between makes a token older that is to be found alive a moment too long.
    const brokeOff = own && (await useExpired(stage, own, created).catch((error: unknown) => ({ error })))

    const kept = await presentRipe(stage)
    const living = await presentLiving(stage, own !== undefined)
    if (!own) await presentShortlyBefore(living, stage)
    if (kept && own) bank?.spend(kept)
    if (brokeOff) throw brokeOff.error
    if (own) return
    if (!kept) throw new Halted(soFar(issued, stage))
    await useExpired(stage, kept, created).finally(() => bank?.spend(kept))
  },
)

/** Logs in, and notes when. */
async function issue(name: 'issue' | 'issue younger', customer: Account, stage: ExpiryStage): Promise<Issued> {
  const skew = stage.skew()
  const sent = stage.now()
  const token = await stage.login(name, customer)
  return { token, sent, received: stage.now(), skew }
}

/** Milliseconds before its end that a token is tried at the latest, besides the time of a few answers. */
const margin = 3000
/** Milliseconds after the beginning of its last second from which a token is dead, whatever a release makes of it. */
const late = 2100
/** Milliseconds that the clock and an answer may take up together for it to be sure in which second it is asked. */
const sure = 900

/**
 * Lets a token's whole lifetime pass, where it can, and uses it on the way.
 * @returns the token with its account; undefined where so much time cannot pass
 */
async function watch(issued: Issued, customer: Account, stage: ExpiryStage): Promise<Expired | undefined> {
  const { ask, now, without } = stage
  const { token, sent, received } = issued
  const end = () => endOfToken(issued, stage)
  const latency = received - sent
  const way = wayOf(stage)
  const half = (sent + end().low) / 2
  if (!stage.canPass((end().high + late - now()) / 1000, true)) {
    await keepToken('another to keep', stage)
    without(notWatched, 'issue younger', 'me with the younger token', 'me at the end')
    return undefined
  }

  const outlives = half + lifetimeIn(stage, token) * 1000 > end().high + late + 5 * latency
  const younger = outlives && (await way.until(half)) ? await issue('issue younger', customer, stage) : undefined
  if (!younger) without(outlives ? leapt : tooShort, 'issue younger', 'me with the younger token')
  await keepToken('another to keep', stage)
  const before = end().low - Math.min(margin + 3 * latency, (end().low - sent) / 4)
  const inTime = (await way.until(before)) && now() < end().low - latency
  if (inTime) await ask('me shortly before', get(mePath, { token }))
  else without(overshot, 'me shortly before')
  const { low, high } = end()
  if (high - low + latency < sure && (await way.until(high))) await ask('me at the end', get(mePath, { token }))
  else without(unsure, 'me at the end')
  await way.until(end().high + late, true)
  if (younger) await ask('me with the younger token', get(mePath, { token: younger.token }))
  // A clock that was moved by a command shows only now where it is.
  await way.until(end().high + late, true)
  return { ...customer, token }
}

/** Passing to moments of the timeline. */
function wayOf({ now, canPass, pass }: ExpiryStage) {
  return {
    /** @returns whether it is that moment now; false when it is over, or a second address is ahead of it already */
    async until(moment: number, atLeast = false): Promise<boolean> {
      const seconds = (moment - now()) / 1000
      if (seconds < 0 || !canPass(seconds, atLeast)) return false
      await pass(seconds, { atLeast })
      return true
    },
  }
}

/** A token of an earlier run that is in the last tenth of its life is shortly before its end. */
async function presentShortlyBefore(living: Deposit | undefined, stage: ExpiryStage) {
  const { ask, now, skew, without } = stage
  const lifetime = living ? lifetimeIn(stage, living.token) * 1000 : 0
  const age = living ? now() + (skew()?.low ?? 0) - Date.parse(living.issuedAt) : 0
  if (living && age > 0.9 * lifetime) {
    stage.evidence('aged')
    await ask('me shortly before', get(mePath, { token: living.token }))
  } else without(notYet, 'me shortly before')
}

/** Why a token's end was not seen, and when it will be. */
function soFar(issued: Issued, stage: ExpiryStage): Halt {
  const { now, whyNot } = stage
  if (lifetimeIn(stage, issued.token) === Number.POSITIVE_INFINITY)
    return { kind: 'inapplicable', why: 'the shop is set to let tokens live for ever' }
  const halt = whyNot((endOfToken(issued, stage).high + late - now()) / 1000)
  const kept = ripening(stage)
  if (kept) return { ...halt, ...kept }
  return { ...halt, setting: `${halt.setting}, or let a later run see it: ${noBank.setting}` }
}

const clockNeeded = { kind: 'untestable', power: 'clock' } as const

const notWatched: Halt = {
  ...clockNeeded,
  why: 'the token’s lifetime is longer than this run may wait',
  setting: 'let time pass with MAGENTO_CLOCK, or make the token’s lifetime shorter than MAGENTO_MAX_WAIT',
}

const overshot: Halt = {
  ...clockNeeded,
  why: 'that moment was over when the shop could be asked: its clock leapt over it, or came to it late',
  setting:
    'let the second address of MAGENTO_CLOCK run ahead a little less than the token’s lifetime, or its command move the clock as far as it is asked, and at once',
}

const leapt: Halt = {
  ...clockNeeded,
  why: 'a second address leaps over the time at which a younger token is issued',
  setting: 'let time pass with MAGENTO_CLOCK=wait or command:…',
}

const tooShort: Halt = {
  ...clockNeeded,
  why: 'tokens live so short that a younger one is dead too when the older one surely is',
  setting: 'make the token’s lifetime longer than ten seconds',
}

const unsure: Halt = {
  ...clockNeeded,
  why: 'the shop’s answers do not tell its clock, or come too slowly, for a single second to be met',
  setting: 'run nearer to the shop, with fewer requests at once (MAGENTO_CONCURRENCY)',
}

const notYet: Extract<Halt, { kind: 'untestable' }> = {
  ...clockNeeded,
  why: 'untestable so far: no kept token is in the last tenth of its life',
  setting: 'run shortly before a kept token comes to its end, or let time pass with MAGENTO_CLOCK',
}
