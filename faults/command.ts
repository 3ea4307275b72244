import pc from 'picocolors'
import type { Result } from '../src/judge/verdict.ts'
import type { Fault } from './fault.ts'
import { inWords, isWrong } from './run.ts'
import { runFault } from './run-fault.ts'

/**
 * Runs the selected faults, or all, and prints which requirements each breaks and whether it states them. Faults are
 * selected by area (`TOKEN`), requirement (`TOKEN-04`) or id.
 *
 * @returns the exit code: 0 if all are as stated, 1 if one is not, 2 if none matches
 */
export async function faultsCommand(faults: readonly Fault[], wanted: readonly string[]): Promise<number> {
  const chosen = faults.filter(
    ({ id, breaks }) =>
      wanted.length === 0 || wanted.some((text) => id === text || breaks.some((broken) => broken.startsWith(text))),
  )
  if (chosen.length === 0) {
    console.error(`no fault is called "${wanted.join(' ')}" or breaks a requirement that begins so`)
    return 2
  }
  const start = performance.now()
  let wrong = 0
  for (const fault of chosen) if (!(await isAsStated(fault))) wrong++
  console.log(`${chosen.length} faults, ${wrong} not as stated, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return wrong ? 1 : 0
}

/** Runs one fault and prints the requirements that it breaks. */
async function isAsStated(fault: Fault): Promise<boolean> {
  const { results, survived, unexpected } = await runFault(fault)
  const good = survived.length === 0 && unexpected.length === 0
  console.log(`${good ? pc.green('✓') : pc.red('✗')} ${fault.id}: ${fault.does}`)
  console.log(pc.dim(`  breaks ${idsOf(results.filter(isWrong)) || 'nothing'}`))
  const kept = results.filter((result) => !isWrong(result))
  if (kept.length) console.log(pc.dim(`  blocks ${idsOf(kept)}`))
  if (survived.length) console.log(pc.red(`  stated, but green: ${survived.join(' ')}`))
  for (const result of results)
    if (unexpected.includes(result.id)) console.log(pc.red(`  not stated: ${inWords(result)}`))
  return good
}

const idsOf = (results: readonly Result[]) => results.map(({ id }) => id).join(' ')
