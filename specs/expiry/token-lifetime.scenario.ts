import { has, parseRelease } from '../../release/index.ts'
import { Halted } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import type { Stage } from '../../src/perform/stage.ts'
import { jsonWebTokens } from '../../src/recording/token/generation.ts'
import {
  claimedLifetime,
  configuredLifetime,
  lifetimeByGraphql,
  lifetimeGrade,
  longestLifetime,
} from '../../src/recording/token/lifetime.ts'
import { get } from '../../src/target/client/request.ts'
import { create, logIn } from '../shared/password-requests.ts'
import { mePath } from '../shared/profile.ts'

/** The setting for JSON Web Tokens, in minutes. */
const jwtSetting = 'webapi/jwtauth/customer_expiration'
/** The setting for opaque tokens, in hours; without effect from 2.4.4 on. */
const oauthSetting = 'oauth/access_token_lifetime/customer'
const fractionsCount = has('lifetime-may-be-a-fraction')

/**
 * Returns the shorter of two lifetimes, in seconds: about an hour if time can be moved, else the shortest possible.
 * An hour and a minute, so that its minutes cannot be mistaken for another unit; opaque tokens count in hours.
 */
export const longMinutes = 3660
const hour = 3600
export const minute = 60

export const tokenLifetime = scenario(
  'token-lifetime',
  {
    chapter: 'The token expires',
    asks: 'the shop’s token lifetime is raised, lowered, set to 0 and cleared, and tokens issued before are used',
    needs: ['settings'],
    waits: true,
    alone: true,
  },
  async function* (stage) {
    const { ask, register, login, account, canPass, configure, evidence, pass, probe, release, whyNot, without } = stage
    evidence(lifetimeGrade(probe))
    const isJwt = jsonWebTokens.includes(parseRelease(release))
    const restore = restoring(stage, isJwt)
    const long = isJwt ? longMinutes : hour
    const shorter = canPass(1.5 * long) ? long : minute
    if (!canPass(1.5 * shorter)) throw new Halted(whyNot(1.5 * shorter))
    if (shorter === minute && !isJwt && !fractionsCount.includes(parseRelease(release)))
      throw new Halted(whyNot(1.5 * long))
    const set = (seconds: number) =>
      isJwt ? configure(jwtSetting, String(seconds / 60)) : configure(oauthSetting, hours(seconds))
    const setting = isJwt ? jwtSetting : oauthSetting

    const customer = account()
    const issue = () => logIn(customer)
    yield* register('create', customer.email, create(customer))
    try {
      // Only if the value to restore is known; before 2.4.7 no response shows it.
      if (isJwt && probe(lifetimeByGraphql, unknown) !== unknown) await configure(oauthSetting, '5')
      await set(shorter)
      const older = yield* login('issue under one', customer)
      await set(2 * shorter)
      const younger = yield* login('issue under two', customer)
      await pass(1.5 * shorter)
      yield* ask('older when raised', get(mePath, { token: older }))
      await set(shorter)
      yield* ask('younger when lowered', get(mePath, { token: younger }))
      await configure(setting, '0')
      yield* ask('older under zero', get(mePath, { token: older }))
      yield* ask('issue under zero', issue())
      await configure(setting, '')
      yield* ask('older under nothing', get(mePath, { token: older }))
      yield* ask('issue under nothing', issue())
      if (!isJwt && shorter === hour) {
        await configure(setting, '0.5')
        yield* ask('older under half an hour', get(mePath, { token: older }))
      } else without(whyNot(1.5 * long), 'older under half an hour')
    } finally {
      await restore()
    }
  },
)

const hours = (seconds: number) => String(Number((seconds / hour).toFixed(6)))

/**
 * Restores all settings.
 * @throws Halted if the original values are unknown
 */
function restoring({ probe, configure }: Stage, isJwt: boolean): () => Promise<void> {
  const stated = probe(configuredLifetime, unknown)
  const claimed = probe(claimedLifetime, unknown)
  const before = isJwt && stated === unknown && claimed <= longestLifetime ? claimed : stated
  const oauth = probe(lifetimeByGraphql, unknown)
  if (before === unknown)
    throw new Halted({
      kind: 'untestable',
      power: 'settings',
      why: 'the shop’s token lifetime is unknown, so the run could not restore it',
      setting: 'set MAGENTO_TOKEN_LIFETIME',
    })
  if (!isJwt) return () => configure(oauthSetting, hours(before))
  return async () => {
    const both = [
      configure(jwtSetting, String(before / 60)),
      oauth === unknown ? undefined : configure(oauthSetting, String(oauth)),
    ]
    for (const one of await Promise.allSettled(both)) if (one.status === 'rejected') throw one.reason
  }
}

/** Stands for an unknown value. */
const unknown = -1
