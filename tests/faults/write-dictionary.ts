import { readdirSync, writeFileSync } from 'node:fs'
import '../../specs/index.ts'
import { dictionaryOf } from '../../faults/dictionary.ts'
import type { Fault } from '../../faults/fault.ts'
import { allFaults } from '../../specs/faults.ts'

/** `npm run dictionary`: runs every fault, and writes the requirements that it makes fail; findings use this list. */
const specs = new URL('../../specs/', import.meta.url)
const files = (readdirSync(specs, { recursive: true }) as string[]).filter((name) => name.endsWith('.faults.ts'))
const families = new Map<string, string>()
for (const file of files) {
  const lists = Object.values((await import(new URL(file, specs).href)) as Record<string, unknown>)
  for (const { id } of lists.filter(Array.isArray).flat() as Fault[])
    families.set(id, file.replace(/\.faults\.ts$/, ''))
}
const known = await dictionaryOf(allFaults, families)
const lines = known.map((fault) => ` ${JSON.stringify(fault)}`)
writeFileSync(new URL('../../schemas/faults.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`)
console.log(`schemas/faults.json: ${known.length} faults`)
