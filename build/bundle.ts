import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { resultsAhead } from './ahead.ts'
import { lazyPackages, writeLazyPackages } from './lazy.ts'
import { root } from './root.ts'
import { unused } from './unused.ts'
import { validatorsAhead, writeValidators } from './validators.ts'

/** Where the built modules lie: as deep below the package as `src/shared`, so that both find its files by one path. */
export const outFolder = 'dist/lib'

/** The modules that others load, by the name of the built file. */
export const entries = {
  cli: 'src/cli/index.ts',
  index: 'src/library/index.ts',
  'node-test': 'src/library/node-test.ts',
  reference: 'src/library/reference.ts',
  vitest: 'src/library/vitest.ts',
} as const

const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}

/** CommonJS packages that are bundled call `require` for modules of Node. */
const banner =
  "import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);"

/**
 * Builds the package's modules from the sources. Packages that stand under `dependencies` stay packages of their own;
 * all others become part of it.
 * @param folder where they are written: as deep below the project as `dist/lib`
 * @param maps whether with maps to the sources
 * @returns what went into it
 */
export async function bundle(
  folder = outFolder,
  maps: Pick<BuildOptions, 'sourcemap' | 'sourcesContent'> = {},
): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { ...entries },
    outdir: folder,
    external: Object.keys({ ...dependencies, ...peerDependencies }),
    plugins: [lazyPackages, resultsAhead, unused, validatorsAhead],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    banner: { js: banner },
    metafile: true,
    logLevel: 'warning',
    ...maps,
  })
  const all = [metafile, await writeLazyPackages(folder), ...(await writeValidators(folder))]
  return {
    inputs: Object.assign({}, ...all.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...all.map(({ outputs }) => outputs)),
  }
}
