import type { ReportedRequirement } from '../report.ts'
import type { Finding } from './finding.ts'

/** What a reader of a finding is told beneath its sentence, in order, each under a name; what there is nothing of is left out. */
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
