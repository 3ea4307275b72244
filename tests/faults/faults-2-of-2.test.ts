import { proveFaults } from '../../faults/prove.ts'
import { allFaults, allRemedies } from '../../specs/faults.ts'
import '../../specs/index.ts'
import { wrongByThemselves } from './wrong-by-themselves.ts'

proveFaults(allFaults, allRemedies, wrongByThemselves, { part: 1, parts: 2 })
