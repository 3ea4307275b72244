import { allFaults } from '../../../specs/faults.ts'
import '../../../specs/index.ts'
import { judge } from '../../../src/judge/judge.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import type { Named } from '../../../src/report/merge/merge.ts'
import { reportOf } from '../../../src/report/report-of.ts'
import { record } from '../../support/run.ts'

/** Returns the report of a reference with faults, like that of a separate shop. */
export async function shopOf(name: string, release: string, ...faults: string[]): Promise<Named> {
  const changes = faults.map((id) => {
    const fault = allFaults.find((one) => one.id === id)
    if (!fault) throw new Error(`there is no fault ${id}`)
    return fault.change
  })
  const recording = await record({ release, changes })
  const meta = { ...recording.meta, target: `https://${name}.example.test`, embedded: false }
  const own = { ...recording, meta: { ...meta, release: { name: release, source: 'stated' as const } } }
  const { recording: _, ...report } = reportOf(own, requirements, judge(own, requirements))
  return { name, report }
}
