import { untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'

/**
 * For requests that look like an attack, which a firewall in front of the shop may block. Magento itself never returns
 * 403, and its refusals are JSON.
 */
export function unlessFirewalled(answer: Exchange): void {
  if ([403, 406, 429].includes(answer.status) && !answer.body.json)
    untestable(
      `something in front of the shop answered ${answer.status}`,
      'let this machine past the firewall of the staging shop',
    )
}
