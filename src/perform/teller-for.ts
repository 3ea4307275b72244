import { parseRelease } from '../../release/index.ts'
import { jsonWebTokens } from '../recording/token/generation.ts'
import { configuredLifetime } from '../recording/token/lifetime.ts'
import { bankTarget } from '../target/bank/deposit.ts'
import type { Interval } from '../target/clock/skew.ts'
import type { Run } from './run.ts'
import type { ScenarioTime } from './scenario-time.ts'
import { type Teller, tellerOf } from './teller.ts'

/** Milliseconds by which an unknown clock may be off. */
const unknown: Interval = { low: -60_000, high: 60_000 }

/** Returns the token bank for a scenario of this run; undefined if there is none. */
export function tellerFor({ target, ...run }: Run, time: ScenarioTime): Teller | undefined {
  const { bank, release, probes, baseUrl, store } = target
  if (!bank) return undefined
  const isOf = (name: string) => jsonWebTokens.includes(parseRelease(name))
  const followsSetting = !isOf(release.name)
  const lifetime = probes[configuredLifetime]?.value
  for (const { password, token } of bank.deposits) {
    target.redactor.learn(password)
    target.redactor.learnToken(token)
  }
  return tellerOf({
    bank,
    target: bankTarget(baseUrl, store),
    release: release.name,
    configured: followsSetting && typeof lifetime === 'number' ? lifetime : undefined,
    now: () => {
      const skew = time.skew() ?? unknown
      return { low: time.now() + skew.low, high: time.now() + skew.high }
    },
    counts: (deposit) => isOf(deposit.release) === isOf(release.name),
    onTrouble: ({ message }) => console.error(target.redactor.apply(`MAGENTO_TOKEN_BANK: ${message}; nothing is kept`)),
    onKept: ({ email }) => run.accounts.keep(email, keptForBank),
    onSpent: ({ email, id }) => run.accounts.adopt(email, id),
  })
}

const keptForBank = 'kept for the token bank, until a later run has presented its token'
