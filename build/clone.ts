import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { root } from './root.ts'
import { writeStamp } from './stamp.ts'

/** Builds the command for `build/contract.mjs` into a new folder, because another run may still use the last one. */
const mostKept = 3
mkdirSync(join(root, 'dist'), { recursive: true })
const others = readdirSync(join(root, 'dist')).filter((name) => /^clone-\d+$/.test(name))
for (const name of others.sort().slice(0, 1 - mostKept)) rmSync(join(root, 'dist', name), { recursive: true })
const begun = Date.now()
const folder = `dist/clone-${begun}`
writeStamp(folder, await bundle(folder, { sourcemap: true, sourcesContent: false }), begun)
