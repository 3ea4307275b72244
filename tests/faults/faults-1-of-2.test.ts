import { proveFaults } from '../../faults/prove.ts'
import { allFaults, allRemedies } from '../../specs/faults.ts'
import '../../specs/index.ts'
import { wrongByThemselves } from './wrong-by-themselves.ts'

proveFaults(allFaults, allRemedies, wrongByThemselves, { part: 0, parts: 2 })
