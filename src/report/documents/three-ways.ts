import { parseRelease, type Release } from '../../../release/index.ts'
import type { Exchange } from '../../recording/exchange.ts'
import { pointerOf, valueAt } from '../../shared/json/pointer.ts'
import { type Answer, judgedAnswers } from './answers.ts'
import { byDocument } from './by-document.ts'
import { differences } from './compare.ts'
import { corrected, type DocumentKind, deviationsOf, knownAt } from './deviations.ts'
import type { Facts } from './facts.ts'
import { type Finding, type FindingPair, grouped } from './finding.ts'
import { type Live, liveDocuments } from './live.ts'
import { describedOperations, matcherOf, operationsOf } from './operations.ts'
import { documentFor, nearestPublished, type Published, publishedOf } from './published.ts'
import { quote } from './validator.ts'

/** What was compared, and every disagreement. */
export interface Documents {
  /** The release whose published document was compared; undefined if none is known. */
  readonly published?: string
  /** The audience of the shop's own description; undefined if the shop returned none. */
  readonly live?: Live['audience']
  /** Number of responses compared with at least one document. */
  readonly answers: number
  readonly findings: readonly Finding[]
}

/** Compares the published document, the shop's own description, and the responses of this run with each other. */
export function threeWays(exchanges: readonly Exchange[], releaseName: string): Documents {
  const release = parseRelease(releaseName)
  const published = publishedOf(release)
  const lives = liveDocuments(exchanges)
  const [live] = lives
  const answers = judgedAnswers(exchanges)
  const findings = grouped([
    ...lives.flatMap((one) => (published ? betweenDocuments(published, one, release) : [])),
    ...(live ? withAnswers('live', live.facts, answers, release) : []),
    ...(live ? notDescribed(live, answers, release) : []),
    ...(published ? withAnswers('published', published, answers, release) : []),
    ...(published ? notForCustomers(published, answers, release) : []),
  ])
  const asked = new Set([live?.facts, published].flatMap((facts) => (facts ? answered(facts, answers) : [])))
  return {
    ...(published ? { published: published.release } : {}),
    ...(live ? { live: live.audience } : {}),
    answers: asked.size,
    findings,
  }
}

const answered = (facts: Facts, answers: readonly Answer[]) => {
  const placeOf = matcherOf(facts)
  return answers.filter(({ method, path }) => placeOf(method, path))
}

function betweenDocuments(published: Published, { audience, facts }: Live, release: Release): Finding[] {
  const offered = operationsOf(facts).map(({ operation }) => operation)
  const listed = describedOperations.filter((operation) => published.audiences[audience].includes(operation))
  const known = deviationsOf('published', release).filter(
    (one) => one.audience === undefined || one.audience === audience,
  )
  const operations = [...new Set([...listed, ...offered])]
  return differences(documentFor(published, audience), facts, operations).map(({ pointer, says, operations }) => {
    const error = knownAt(pointer, known)
    return { pair: 'published ↔ live', operations, pointer, says, ...(error ? { known: error.id } : {}) }
  })
}

function withAnswers(kind: DocumentKind, facts: Facts, answers: readonly Answer[], release: Release): Finding[] {
  const deviations = deviationsOf(kind, release).filter(({ audience }) => audience === undefined)
  const document = corrected(facts, deviations)
  const pair: FindingPair = `${kind} ↔ answer`
  const fixed = document.gone.map(
    ({ deviation: { id, says }, pointer }): Finding => ({
      pair,
      operations: [],
      pointer,
      says: [quote(valueAt(facts, pointer)), `${quote(says)} in the documents known so far`],
      event: `the known error ${id} is gone: the document no longer has it`,
    }),
  )
  const found = byDocument(facts, document, answers).map(
    ({ answer, operation, pointer, at, documentSays, valueSays, known, gone }): Finding => ({
      pair,
      operations: [operation],
      pointer,
      says: [documentSays, valueSays],
      at,
      exchange: { scenario: answer.exchange.data.scenario, name: answer.exchange.name },
      ...(known ? { known: known.id } : {}),
      ...(gone ? { event: `the known error ${gone.id} is gone: the shop responds as the document says` } : {}),
    }),
  )
  return [...fixed, ...found]
}

/** Finds operations that work but are missing from the shop's description for an audience that may use them. */
function notDescribed({ audience, facts }: Live, answers: readonly Answer[], release: Release): Finding[] {
  const all = nearestPublished(release)
  const placeOf = matcherOf(all)
  return answers.flatMap((answer): Finding[] => {
    const place = answer.exchange.status === 200 ? placeOf(answer.method, answer.path) : undefined
    if (!place || !describedOperations.includes(place.operation)) return []
    if (!all.audiences[audience].includes(place.operation) || facts.paths[place.path]?.[place.method]) return []
    return [undescribed('live ↔ answer', answer, place, 'nothing')]
  })
}

/** Finds operations that customers used but the document for customers does not list. */
function notForCustomers(published: Published, answers: readonly Answer[], release: Release): Finding[] {
  const deviations = deviationsOf('published', release).filter(({ audience }) => audience === 'customer')
  const placeOf = matcherOf(published)
  return answers.flatMap((answer): Finding[] => {
    const place = answer.exchange.status === 200 ? placeOf(answer.method, answer.path) : undefined
    if (!place?.path.startsWith('/V1/customers/me') || published.audiences.customer.includes(place.operation)) return []
    const finding = undescribed('published ↔ answer', answer, place, 'nothing, in the document for customers')
    const known = knownAt(finding.pointer, deviations)
    return [known ? { ...finding, known: known.id } : finding]
  })
}

function undescribed(
  pair: FindingPair,
  { exchange }: Answer,
  place: { operation: string; path: string; method: string },
  says: string,
): Finding {
  return {
    pair,
    operations: [place.operation],
    pointer: pointerOf('paths', place.path, place.method),
    says: [says, `${exchange.status} ${quote(exchange.json)}`],
    exchange: { scenario: exchange.data.scenario, name: exchange.name },
  }
}
