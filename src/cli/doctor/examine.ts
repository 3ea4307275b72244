import { UsageError } from '../../target/settings.ts'
import { bad, type Check, type Finding, type Patient, unseen } from './check.ts'

export interface Examined extends Finding {
  readonly name: string
}

/** Reasons why a check was skipped. */
export const missing = {
  answer: 'not checked: the target does not respond',
  magento: 'not checked: the target does not respond like Magento',
}

/** Runs the checks in order. A failed check does not prevent others that do not depend on it. */
export async function examine(checks: readonly Check[], patient: Patient): Promise<Examined[]> {
  const examined: Examined[] = []
  for (const { name, after, look } of checks) {
    const findings = after && !patient.found[after] ? unseen(missing[after]) : await lookSafely(look, patient)
    examined.push(...[findings].flat().map((finding) => ({ ...finding, name })))
  }
  return examined
}

/** Runs a check. An invalid setting is exit code 2, any other error 3. */
async function lookSafely(look: Check['look'], patient: Patient): Promise<Finding | readonly Finding[]> {
  try {
    return await look(patient)
  } catch (error) {
    return problem(error as Error, error instanceof UsageError ? 2 : 3)
  }
}

/** Returns 0 if a run would work, 2 if a setting prevents it, else 3. */
export function exitCodeOf(examined: readonly Finding[]): 0 | 2 | 3 {
  const codes = examined.flatMap(({ exitCode }) => exitCode ?? [])
  return codes.includes(2) ? 2 : codes.includes(3) ? 3 : 0
}

/** Returns the line for an invalid setting. */
export const badSetting = (error: Error): Finding => problem(error, 2)

/** The first line of the message is the finding, the others say what to do. */
function problem({ message }: Error, exitCode: 2 | 3): Finding {
  const [seen = '', ...means] = message.split('\n')
  return bad(exitCode, seen, means.join(' '))
}
