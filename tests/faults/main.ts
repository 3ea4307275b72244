import pc from 'picocolors'
import { allFaults } from '../../specs/faults.ts'
import { inWords } from '../support/run.ts'
import { runFault } from './run-fault.ts'

/** `npm run faults -- [TOKEN | TOKEN-04 | fault-id …]`: which requirements each fault turns red, and whether it says so. */
const wanted = process.argv.slice(2)
const chosen = allFaults.filter(
  ({ id, breaks }) =>
    wanted.length === 0 || wanted.some((text) => id === text || breaks.some((broken) => broken.startsWith(text))),
)
if (chosen.length === 0) {
  console.error(`no fault is called "${wanted.join(' ')}" or breaks a requirement that begins so`)
  process.exit(2)
}

const start = performance.now()
let wrong = 0
for (const fault of chosen) {
  const { results, survived, unexpected } = await runFault(fault)
  const good = survived.length === 0 && unexpected.length === 0
  if (!good) wrong++
  console.log(`${good ? pc.green('✓') : pc.red('✗')} ${fault.id}: ${fault.does}`)
  console.log(pc.dim(`  breaks ${results.map(({ id }) => id).join(' ') || 'nothing'}`))
  if (survived.length) console.log(pc.red(`  stated, but green: ${survived.join(' ')}`))
  for (const result of results)
    if (unexpected.includes(result.id)) console.log(pc.red(`  not stated: ${inWords(result)}`))
}
console.log(`${chosen.length} faults, ${wrong} not as stated, ${((performance.now() - start) / 1000).toFixed(1)} s`)
process.exitCode = wrong ? 1 : 0
