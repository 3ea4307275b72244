import type { Report } from './report.ts'

/** What a verdict is about: `Magento 2.4.7-p6`, or `reference 2.4.8-p1`, which says nothing of any shop. */
export const subjectOf = ({ target, release }: Pick<Report, 'target' | 'release'>): string =>
  `${target.embedded ? 'reference' : 'Magento'} ${release.name}`
