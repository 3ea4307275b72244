import type { Release } from '../../../release/index.ts'
import type { Exchange } from '../../recording/exchange.ts'
import { judgedAnswers } from './answers.ts'
import { bodyDisagreements, type Disagreement } from './by-document.ts'
import { corrected, type DocumentKind, deviationsOf } from './deviations.ts'
import type { Facts } from './facts.ts'
import type { Live } from './live.ts'
import { nearestPublished } from './published.ts'

/**
 * Where the shop's description of itself is at fault: it contradicts an answer that Adobe's document describes rightly.
 * Where both contradict an answer, it is the answer's fault, and others say so.
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
