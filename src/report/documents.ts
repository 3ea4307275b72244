import type { Finding } from './documents/finding.ts'
import type { Documents } from './documents/three-ways.ts'

/** Maximum number listed per pair of documents; the JSON report has all. */
const mostListed = 10

/**
 * Summarizes how documents and responses disagree: lists new findings and counts known ones.
 * @returns lines that may contain text of the shop, not escaped; empty if nothing was compared
 */
export function documentLines({ published, live, answers, findings }: Documents): string[] {
  if (answers === 0) return []
  const compared = [
    ...(published ? [`Adobe’s document of ${published}`] : []),
    ...(live ? [`the shop’s description for ${audienceNames[live]}`] : []),
    `${answers} answers`,
  ]
  const events = findings.filter(({ event }) => event)
  const known = findings.filter((finding) => finding.known && !finding.event)
  const unknown = findings.filter((finding) => !finding.known && !finding.event)
  const pairs = [...new Set(unknown.map(({ pair }) => pair))]
  return [
    `compared ${compared.join(', ')}: ${sumOf(unknown.length, known.length)}`,
    ...events.map((finding) => `event: ${finding.event} (${place(finding)}: ${finding.says[0]})`),
    ...pairs.flatMap((pair) => listed(unknown.filter((finding) => finding.pair === pair))),
  ]
}

function sumOf(unknown: number, known: number): string {
  if (unknown + known === 0) return 'no disagreement'
  const which = unknown === 0 ? 'all of them' : `${known} of them`
  return `${unknown + known} disagreements, ${which} known errors of the documents`
}

const audienceNames = { guest: 'guests', customer: 'customers', admin: 'administrators' } as const

function listed(findings: readonly Finding[]): string[] {
  const more = findings.length - mostListed
  return [
    ...findings.slice(0, mostListed).map((finding) => {
      const [first, second] = finding.pair.split(' ↔ ')
      return `${finding.pair}: ${place(finding)}: ${first}: ${finding.says[0]}; ${second}: ${finding.says[1]}${seen(finding)}`
    }),
    ...(more > 0 ? [`${findings[0]?.pair}: ${more} more, in report.json under "documents"`] : []),
  ]
}

function place({ operations: [first, ...others], pointer }: Finding): string {
  return [...(first ? [`${first}${others.length ? ` and ${others.length} more` : ''},`] : []), pointer].join(' ')
}

const seen = ({ exchange, seen: times, at }: Finding) =>
  exchange
    ? ` (${at ? `${at} ` : ''}in "${exchange.name}" of ${exchange.scenario}${times && times > 1 ? ` and ${times - 1} more` : ''})`
    : ''
