import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, outFolder } from './bundle.ts'
import { bundledPackages, licensesOf } from './licenses.ts'
import { root } from './root.ts'
import { writeTypes } from './types.ts'

/** `npm run build`: builds the generated files of the package. `npm pack` runs it. */
for (const folder of [outFolder, 'dist/types']) rmSync(join(root, folder), { recursive: true, force: true })
const metafile = await bundle()
if (process.argv[2] === '--meta') writeFileSync(join(root, 'dist/meta.json'), JSON.stringify(metafile))
const packages = bundledPackages(metafile)
writeFileSync(join(root, 'dist/bundled.json'), `${JSON.stringify(packages, null, 2)}\n`)
writeFileSync(join(root, 'dist/LICENSES.txt'), licensesOf(packages))
writeTypes()
