import { makeBadge } from 'badge-maker'
import { xmlText } from '../shared/text.ts'
import { isKept, isRed, type Outcome, outcomeOf } from './outcome.ts'
import { ofMagento } from './own.ts'
import type { Report } from './report.ts'
import { subjectOf } from './subject.ts'

/** The content of a badge, as the endpoint format of shields.io. */
export interface Badge {
  readonly schemaVersion: 1
  readonly label: string
  readonly message: string
  readonly color: string
}

const colours: Record<Report['conformant'], string> = {
  yes: 'brightgreen',
  'as far as tested': 'green',
  no: 'red',
  unknown: 'lightgrey',
}

/**
 * Returns a badge such as `Magento 2.4.8-p1 | 507 of 512 · 2 untestable`: passed of applicable requirements, then the
 * other outcomes. It is orange for a shop with only expected failures, which does not conform but needs no action.
 */
export function badgeOf(report: Report): Badge {
  const { requirements, counts, conformant } = report
  const count = (test: (one: Report['requirements'][number]) => boolean) => requirements.filter(test).length
  const outcomes = (outcome: Outcome) => count((one) => outcomeOf(one) === outcome)
  const stale = outcomes('stale')
  const failed = count(isRed) - stale
  const kept = count(isKept)
  const notes = {
    failed,
    'failed as expected': outcomes('accepted'),
    stale,
    warned: outcomes('warn'),
    blocked: outcomes('blocked'),
    untestable: counts.untestable,
    'without answer': counts.error,
  }
  const told = Object.entries(notes).flatMap(([name, number]) => (number ? [`${number} ${name}`] : []))
  return {
    schemaVersion: 1,
    label: subjectOf(report),
    message: [
      `${counts.pass} of ${ofMagento(requirements).length - counts.inapplicable - counts.advice}`,
      ...told,
    ].join(' · '),
    color: conformant === 'no' && failed + kept === 0 ? 'orange' : colours[conformant],
  }
}

/** Renders the badge as SVG. */
export function badgeSvg(report: Report): string {
  const { label, message, color } = badgeOf(report)
  return makeBadge({ label: xmlText(label), message: xmlText(message), color })
}
