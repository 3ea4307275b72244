import { tokenAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Teller } from '../../src/perform/teller.ts'
import { type Grade, grades } from '../../src/recording/evidence.ts'
import type { Halt } from '../../src/recording/recording.ts'
import type { Deposit } from '../../src/target/bank/deposit.ts'
import { get } from '../../src/target/client/request.ts'
import { create, logIn } from '../shared/password-requests.ts'
import { mePath } from '../shared/profile.ts'
import { lifetimeIn } from './token-clock.ts'

export const noBank: Extract<Halt, { kind: 'untestable' }> = {
  kind: 'untestable',
  power: 'bank',
  why: 'the run has no token of an earlier run',
  setting: 'set MAGENTO_TOKEN_BANK and MAGENTO_TOKEN_BANK_KEY, and run again after the saved tokens have expired',
}

/** Creates an account and stores its token in the bank, if there is a bank with room for it. */
export async function* keepToken<const Which extends 'to keep' | 'another to keep'>(which: Which, stage: Stage) {
  const { bank, register, login, account, now, skew } = stage
  if (!bank?.hasRoom) {
    stage.without(noBank, `create ${which}`, `login ${which}`)
    return
  }
  const customer = account()
  const { email, password } = customer
  const created = yield* register(`create ${which}`, email, create(customer))
  const id = idFrom(created)
  const token = yield* login(`login ${which}`, customer)
  const issuedAt = new Date(now() + (skew()?.high ?? 0)).toISOString()
  const lifetime = lifetimeIn(stage, token)
  bank.keep({ email, password, id, token, issuedAt, lifetime: Number.isFinite(lifetime) ? lifetime : 0 })
}

/**
 * Uses the oldest expired token, and logs in to its account: that the token expired is certain only if the account
 * still exists.
 * @returns the deposit; undefined if there is none, or its account can no longer log in
 */
export async function* presentRipe(stage: Stage) {
  const { bank, ask, without } = stage
  // A token is sent only to the address that issued it, never to the second address of the shop.
  const deposit = stage.elsewhere() ? undefined : bank?.ripe()[0]
  if (!bank || !deposit) {
    without({ ...noBank, ...ripening(stage) }, 'kept token', 'login of the kept', 'fresh token of the kept')
    return undefined
  }
  const { email, password, token } = deposit
  const before = relyOn(deposit, bank, stage)
  yield* ask('kept token', get(mePath, { token }))
  const login = yield* ask('login of the kept', logIn({ email, password }))
  const alive = login.status === 200 && typeof login.json === 'string'
  if (alive) {
    yield* ask('fresh token of the kept', get(mePath, { token: tokenAt(login) }))
    // Later responses to this token have the same grade of evidence; other responses keep theirs.
    if (before !== undefined && grades.indexOf(before) > grades.indexOf('aged')) stage.evidence(before)
    return deposit
  }
  stage.evidence(before)
  if (login.status === 401) bank.spend(deposit)
  without(accountGone, 'fresh token of the kept')
  return undefined
}

const accountGone: Halt = {
  ...noBank,
  why: 'the account of the saved token can no longer log in; perhaps it was deleted',
  setting: 'do not delete the accounts that the report lists as kept for the token bank',
}

/**
 * Uses the stored token that will expire next.
 * @param passed whether the run let time pass; if not, a token of this run is no evidence of age
 */
export async function* presentLiving(stage: Stage, passed: boolean) {
  const { bank, ask, without } = stage
  const living = stage.elsewhere() ? [] : (bank?.living() ?? [])
  const deposit = living.find((candidate) => passed || !bank?.isNew(candidate))
  if (!bank || !deposit) {
    without(noBank, 'kept token that lives', 'login of the living')
    return undefined
  }
  const { email, password, token } = deposit
  const before = relyOn(deposit, bank, stage)
  yield* ask('kept token that lives', get(mePath, { token }))
  const login = yield* ask('login of the living', logIn({ email, password }))
  stage.evidence(before)
  if (login.status === 401) bank.spend(deposit)
  return login.status === 200 ? deposit : undefined
}

/** A token of an earlier run is evidence of its age, one of this run of how its time passed. @returns what was before */
function relyOn(deposit: Deposit, bank: Teller, { evidence }: Stage): Grade | undefined {
  const before = evidence('aged')
  if (bank.isNew(deposit)) evidence(before)
  return before
}

/** Returns the text about stored tokens that have not expired yet. */
export function ripening({ bank }: Pick<Stage, 'bank'>): { why: string; setting: string } | undefined {
  if (bank?.nextRipe === undefined) return undefined
  const when = `${new Date(bank.nextRipe).toISOString().slice(0, 19).replace('T', ' ')} UTC`
  return { why: `the saved token has not expired yet: it is due at ${when}`, setting: `run again after ${when}` }
}
