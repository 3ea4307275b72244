import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { resultsAhead } from './ahead.ts'
import { lazyPackages, writeLazyPackages } from './lazy.ts'
import { root } from './root.ts'
import { unused } from './unused.ts'
import { validatorsAhead, writeValidators } from './validators.ts'

/** The folder of the built modules: as deep as `src/shared`, so that relative paths to files work from both. */
export const outFolder = 'dist/lib'

/** The entry points, by the name of the built file. */
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

/** Bundled CommonJS packages call `require` for modules of Node. */
const banner =
  "import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);"

/**
 * Builds the modules of the package. Packages in `dependencies` are not bundled; all others are.
 * @param folder the output folder, as deep below the project as `dist/lib`
 * @param maps whether to write source maps
 * @returns the input files
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
