import type { Release } from '../../../release/index.ts'
import type { Exchange } from '../../recording/exchange.ts'
import { judgedAnswers } from './answers.ts'
import { bodyDisagreements, type Disagreement } from './by-document.ts'
import { corrected, type DocumentKind, deviationsOf } from './deviations.ts'
import type { Facts } from './facts.ts'
import type { Live } from './live.ts'
import { nearestPublished } from './published.ts'

/**
 * Returns where the shop's own description is wrong: it contradicts a response that matches Adobe's document. If both
 * contradict a response, the response is wrong, and other requirements report it.
 */
export function contradictions(live: Live, exchanges: readonly Exchange[], release: Release): Disagreement[] {
  const answers = judgedAnswers(exchanges)
  const against = bodyDisagreements(meant('live', live.facts, release), answers)
  if (against.length === 0) return []
  const others = bodyDisagreements(meant('published', nearestPublished(release), release), answers)
  return against.filter(
    ({ answer, at, keyword }) =>
      !others.some((other) => other.answer === answer && other.at === at && other.keyword === keyword),
  )
}

const meant = (kind: DocumentKind, facts: Facts, release: Release) =>
  corrected(facts, deviationsOf(kind, release)).facts
