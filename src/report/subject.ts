import type { Report } from './report.ts'

/** Returns what a verdict is about: `Magento 2.4.7-p6`, or `reference 2.4.8-p1`, which is no shop. */
export const subjectOf = ({ target, release }: Pick<Report, 'target' | 'release'>): string =>
  `${target.embedded ? 'reference' : 'Magento'} ${release.name}`
