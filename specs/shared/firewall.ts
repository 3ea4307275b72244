import { untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'

/**
 * For questions that look like an attack: a firewall in front of the shop may answer them in its place. Magento itself
 * never answers 403, and every refusal of its own is JSON.
 */
export function unlessFirewalled(answer: Exchange): void {
  if ([403, 406, 429].includes(answer.status) && !answer.body.json)
    untestable(
      `something in front of the shop answered ${answer.status}`,
      'let this machine past the firewall of the staging shop',
    )
}
