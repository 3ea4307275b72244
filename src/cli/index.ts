#!/usr/bin/env node
import * as nodeModule from 'node:module'
import { suite } from '../shared/version.ts'

// Whoever reads only the beginning, as `head` does, has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

// Newer Nodes keep what they compiled for the next start.
;(nodeModule as { enableCompileCache?: () => void }).enableCompileCache?.()

const args = process.argv.slice(2)
// All else is loaded only where there is more to do than this.
if (args.length === 1 && args[0] === '--version') console.log(suite.version)
else process.exitCode = await (await import('./main.ts')).main(args)
