import { faultsCommand } from '../../faults/command.ts'
import { allFaults } from '../../specs/faults.ts'
import '../../specs/index.ts'

/** `npm run faults -- [TOKEN | TOKEN-04 | fault-id …]`: which requirements each fault turns red, and whether it says so. */
process.exitCode = await faultsCommand(allFaults, process.argv.slice(2))
