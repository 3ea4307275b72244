import type { ReportedRequirement } from '../report.ts'
import type { Finding } from './finding.ts'

/** Returns the named rows below a finding's sentence, in order, without empty ones. */
export function findingRows(
  { observed, alike }: Finding,
  shown: ReportedRequirement | undefined,
): (readonly [name: string, text: string])[] {
  const rows: readonly (readonly [name: string, text: string | undefined])[] = [
    ['seen', observed],
    ['like', alike && `${alike} (the nearest known defect)`],
    ['expected', shown?.expected],
    ['got', shown?.actual],
    ['why', shown?.matters ?? shown?.why],
  ]
  return rows.flatMap(([name, text]) => (text ? [[name, text] as const] : []))
}
