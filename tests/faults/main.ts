import { faultsCommand } from '../../faults/command.ts'
import { allFaults } from '../../specs/faults.ts'
import '../../specs/index.ts'

/** `npm run faults -- [TOKEN | TOKEN-04 | fault-id …]`: compares what each fault makes fail with its list. */
process.exitCode = await faultsCommand(allFaults, process.argv.slice(2))
