import { UsageError } from '../../target/settings.ts'
import { bad, type Check, type Finding, type Patient, unseen } from './check.ts'

export interface Examined extends Finding {
  readonly name: string
}

/** Why there is nothing to look at. */
export const missing = {
  answer: 'not looked at: the target gives no answer',
  magento: 'not looked at: the target does not answer as Magento does',
}

/** Looks at one thing after the other: what is wrong with one hides no other where that is possible. */
export async function examine(checks: readonly Check[], patient: Patient): Promise<Examined[]> {
  const examined: Examined[] = []
  for (const { name, after, look } of checks) {
    const findings = after && !patient.found[after] ? unseen(missing[after]) : await lookSafely(look, patient)
    examined.push(...[findings].flat().map((finding) => ({ ...finding, name })))
  }
  return examined
}

/** A wrong setting is 2, anything else that goes wrong lies with the target. */
async function lookSafely(look: Check['look'], patient: Patient): Promise<Finding | readonly Finding[]> {
  try {
    return await look(patient)
  } catch (error) {
    return problem(error as Error, error instanceof UsageError ? 2 : 3)
  }
}

/** 0 when a run would work, 2 when a setting keeps it from that, else 3. */
export function exitCodeOf(examined: readonly Finding[]): 0 | 2 | 3 {
  const codes = examined.flatMap(({ exitCode }) => exitCode ?? [])
  return codes.includes(2) ? 2 : codes.includes(3) ? 3 : 0
}

/** The line for a setting that is wrong. */
export const badSetting = (error: Error): Finding => problem(error, 2)

/** The first line of a message is what was seen, the others what to do. */
function problem({ message }: Error, exitCode: 2 | 3): Finding {
  const [seen = '', ...means] = message.split('\n')
  return bad(exitCode, seen, means.join(' '))
}
