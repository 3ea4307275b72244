import './specs/index.ts'
import { allFaults } from './specs/faults.ts'
import { runFault } from './faults/run-fault.ts'
import { record, isWrong } from './faults/run.ts'
import { blamedForAnother } from './faults/blame.ts'
import { wrongByThemselves } from './tests/faults/wrong-by-themselves.ts'
const ids = process.argv.slice(2)
const healthy = new Map<string, any>()
for (const f of allFaults.filter(f => ids.length === 0 || f.breaks.some(b => ids.includes(b)) || ids.includes(f.id))) {
  const key = JSON.stringify([f.release, f.settings])
  if (!healthy.has(key)) healthy.set(key, await record({ release: f.release, settings: f.settings }))
  const r = await runFault(f)
  const blamed = blamedForAnother(r.results.filter(isWrong), r.recording, healthy.get(key), wrongByThemselves)
  if (r.survived.length || r.unexpected.length || blamed.length) console.log('✗', f.id, 'survived', r.survived.join(' '), '| unexpected', r.unexpected.join(' '), '| blamed', blamed.join('; '))
}
console.log('done')
