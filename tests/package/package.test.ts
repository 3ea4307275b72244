import { beforeAll } from 'vitest'
import { actionTests } from './action.ts'
import { auditTests } from './audit.ts'
import { commandTests } from './command.ts'
import { initTests } from './init.ts'
import { type Installed, install } from './installed.ts'
import { libraryTests } from './library.ts'
import { ownTests } from './own.ts'

let installed: Installed

// Packing and installing takes long: one package for the tests of all files.
beforeAll(async () => {
  installed = await install()
}, 600_000)

actionTests(() => installed)
auditTests(() => installed)
commandTests(() => installed)
initTests(() => installed)
libraryTests(() => installed)
ownTests(() => installed)
