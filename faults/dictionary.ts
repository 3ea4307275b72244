import { judge } from '../src/judge/judge.ts'
import { type Requirement, requirements } from '../src/judge/requirement.ts'
import type { KnownFault } from '../src/report/findings/finding.ts'
import { signatureOf } from '../src/report/findings/shows.ts'
import { reportedOf } from '../src/report/reported-requirement.ts'
import type { Fault } from './fault.ts'
import { record } from './run.ts'

/** What a finding goes by: what does not hold, and what that kept from being asked. */
const shown = new Set(['fail', 'warn', 'blocked'])

/** Runs one fault and notes what each requirement that it turns red objects to. @param family the file it lies in */
export async function knownFault(fault: Fault, family: string): Promise<KnownFault> {
  const { id, does, origin, release, settings, change } = fault
  const recording = await record({ release, settings, changes: [change] })
  const reds = judge(recording, requirements).flatMap((result, index) =>
    shown.has(result.verdict) ? reportedOf(requirements[index] as Requirement, result, recording, undefined) : [],
  )
  return { id, family, does, ...(origin ? { origin } : {}), ...signatureOf(reds) }
}

/** The faults as findings know them. @param familyOf the file that a fault lies in, by the fault's id */
export async function dictionaryOf(
  faults: readonly Fault[],
  familyOf: ReadonlyMap<string, string>,
): Promise<KnownFault[]> {
  const known: KnownFault[] = []
  for (const fault of faults) known.push(await knownFault(fault, familyOf.get(fault.id) ?? ''))
  return known
}
