import type { Shop } from '../../src/judge/requirement.ts'
import { untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { lifetimeOf } from '../../src/recording/token/json-web-token.ts'
import { configuredLifetime, stockLifetime } from '../../src/recording/token/lifetime.ts'

/** A slow shop may respond only after the token has expired; such a response is no evidence. */
export function expectInTime(issue: Exchange, answer: Exchange, shop: Shop): void {
  const lifetime = lifetimeOf(issue.json) ?? shop.probe(configuredLifetime, stockLifetime)
  const waited = (Date.parse(answer.data.startedAt) + answer.data.time - Date.parse(issue.data.startedAt)) / 1000
  if (answer.data.evidence !== 'aged' && answer.status === 401 && waited > lifetime - 1)
    untestable(
      `the answer came ${waited} s after the login, too late to tell`,
      'run again when the shop answers faster',
    )
}
