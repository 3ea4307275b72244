import { proveFaults } from '../../faults/prove.ts'
import { allFaults, allRemedies } from '../../specs/faults.ts'
import '../../specs/index.ts'

proveFaults(allFaults, allRemedies, { part: 0, parts: 2 })
