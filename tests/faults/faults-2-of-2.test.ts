import { proveFaults } from '../../faults/prove.ts'
import { allFaults, allRemedies } from '../../specs/faults.ts'
import '../../specs/index.ts'

proveFaults(allFaults, allRemedies, { part: 1, parts: 2 })
