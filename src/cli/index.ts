#!/usr/bin/env node
import * as nodeModule from 'node:module'
import { suite } from '../shared/version.ts'

// A reader such as `head` may close the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

// Newer Node versions cache compiled code for the next start.
;(nodeModule as { enableCompileCache?: () => void }).enableCompileCache?.()

const args = process.argv.slice(2)
// Other modules are loaded only when needed.
if (args.length === 1 && args[0] === '--version') console.log(suite.version)
else process.exitCode = await (await import('./main.ts')).main(args)
