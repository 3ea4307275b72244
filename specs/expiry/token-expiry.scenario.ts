import { Halted } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import type { Stage } from '../../src/perform/stage.ts'
import { attempted } from '../../src/recording/asked.ts'
import type { Halt } from '../../src/recording/recording.ts'
import { lifetimeGrade } from '../../src/recording/token/lifetime.ts'
import type { Deposit } from '../../src/target/bank/deposit.ts'
import { get } from '../../src/target/client/request.ts'
import { create } from '../shared/password-requests.ts'
import { mePath } from '../shared/profile.ts'
import { useExpired } from './token-afterwards.ts'
import { keepToken, noBank, presentLiving, presentRipe, ripening } from './token-bank.ts'
import { type Issued, lifetimeIn } from './token-clock.ts'
import { issue, untilDead, watch } from './token-watch.ts'

export const tokenExpiry = scenario(
  'token-expiry',
  {
    chapter: 'The token expires',
    asks: 'a token, or a saved token of an earlier run, is used shortly before it expires, and in all operations afterwards',
    waits: true,
    rests: [
      { rest: ['me with the new token'], on: ['revoke afterwards'], was: 'refused' },
      { rest: ['login afterwards'], on: ['change password afterwards'], was: 'refused' },
    ],
  },
  async function* (stage) {
    const { ask, register, account, evidence, bank, probe } = stage
    const known = lifetimeGrade(probe)
    evidence(known)
    const customer = account()
    yield* ask('no token', get(mePath))
    yield* keepToken('to keep', stage)
    const created = yield* register('create', customer.email, create(customer))
    const issued = yield* issue('issue', customer, stage)
    const own = yield* watch(issued, customer, stage)
    // First, because every other request in between makes the token older.
    const brokeOff = own && (yield* attempted(useExpired(stage, own, created)))

    const kept = yield* presentRipe(stage)
    const living = yield* presentLiving(stage, own !== undefined)
    if (!own) yield* presentShortlyBefore(living, stage)
    if (kept && own) bank?.spend(kept)
    if (brokeOff) throw brokeOff.error
    if (own) return
    if (!kept) throw new Halted(soFar(issued, stage))
    try {
      yield* useExpired(stage, kept, created)
    } finally {
      bank?.spend(kept)
    }
  },
)

/** A token of an earlier run counts as shortly before its end in the last tenth of its lifetime. */
async function* presentShortlyBefore(living: Deposit | undefined, stage: Stage) {
  const { ask, now, skew, without } = stage
  const lifetime = living ? lifetimeIn(stage, living.token) * 1000 : 0
  const age = living ? now() + (skew()?.low ?? 0) - Date.parse(living.issuedAt) : 0
  if (living && age > 0.9 * lifetime) {
    stage.evidence('aged')
    yield* ask('me shortly before', get(mePath, { token: living.token }))
  } else without(notYet, 'me shortly before')
}

/** Returns why the run did not see a token expire, and when a later run will. */
function soFar(issued: Issued, stage: Stage): Halt {
  if (lifetimeIn(stage, issued.token) === Number.POSITIVE_INFINITY)
    return { kind: 'inapplicable', why: 'the shop is configured so that tokens do not expire' }
  const halt = stage.whyNot(untilDead(issued, stage))
  const kept = ripening(stage)
  if (kept) return { ...halt, ...kept }
  return { ...halt, setting: `${halt.setting}, or let a later run test it: ${noBank.setting}` }
}

const notYet: Halt = {
  kind: 'untestable',
  power: 'clock',
  why: 'no saved token is close enough to expiry yet',
  setting: 'run again shortly before a saved token expires, or let time pass with MAGENTO_CLOCK',
}
