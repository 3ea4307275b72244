import { dirname, join } from 'node:path'
import { _, type Ajv, type CodeOptions } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build, type Metafile, type Plugin } from 'esbuild'
import * as bodies from '../src/judge/body-validators.ts'
import * as expected from '../src/judge/expected/validator.ts'
import * as openapi2 from '../src/report/documents/openapi-2-validator.ts'
import * as interfaces from '../src/shared/interface-validators.ts'
import { root } from './root.ts'

interface Validators {
  readonly names: readonly string[]
  readonly ajvWith: (code: CodeOptions) => Pick<Ajv, 'getSchema'>
}

/** The modules whose validators are compiled at build time, with the source of the formats that they use. */
const modules: Readonly<Record<string, { validators: Validators; formats?: string }>> = {
  'src/judge/body-validators.ts': { validators: bodies },
  'src/judge/expected/validator.ts': { validators: expected },
  'src/report/documents/openapi-2-validator.ts': { validators: openapi2 },
  'src/shared/interface-validators.ts': { validators: interfaces, formats: './interface-formats.ts' },
}

const fileOf = (module: string) =>
  `lazy/${module
    .replace(/^src\//, '')
    .replaceAll('/', '-')
    .replace(/\.ts$/, '.cjs')}`

/** Writes the validators of each module into a separate file. @returns the input files */
export async function writeValidators(outFolder: string): Promise<Metafile[]> {
  return Promise.all(
    Object.entries(modules).map(async ([file, { validators, formats }]) => {
      const { metafile } = await build({
        absWorkingDir: root,
        stdin: { contents: moduleOf(validators, formats), resolveDir: dirname(join(root, file)), loader: 'js' },
        outfile: join(outFolder, fileOf(file)),
        bundle: true,
        format: 'cjs',
        platform: 'node',
        target: 'node20.19',
        minifySyntax: true,
        minifyWhitespace: true,
        metafile: true,
        logLevel: 'warning',
      })
      return metafile
    }),
  )
}

/**
 * Replaces modules that compile validators by the compiled validators, so that a run does not load the compiler. Each
 * is loaded when first used, because they are large and most commands need none.
 */
export const validatorsAhead: Plugin = {
  name: 'validators-ahead',
  setup({ onLoad }) {
    onLoad({ filter: /validators?\.ts$/ }, ({ path }) => {
      const entry = Object.entries(modules).find(([file]) => join(root, file) === path)
      if (!entry) return undefined
      return {
        contents: [
          `import { createRequire } from 'node:module'`,
          `const requireLazily = createRequire(import.meta.url)`,
          `export const validatorOf = (name) => requireLazily(${JSON.stringify(`./${fileOf(entry[0])}`)}).validatorOf(name)`,
        ].join('\n'),
        loader: 'js',
      }
    })
  },
}

function moduleOf({ names, ajvWith }: Validators, formats: string | undefined): string {
  const places = formats ? { formats: _`require(${formats}).interfaceFormats` } : {}
  const ajv = ajvWith({ source: true, esm: true, lines: false, ...places })
  const references = Object.fromEntries(names.map((name, index) => [`validator${index}`, `${name}.schema.json`]))
  const code = standaloneCode.default(ajv as Ajv, references)
  const table = names.map((name, index) => `${JSON.stringify(name)}: validator${index}`)
  return `${code}\nexport const validatorOf = (name) => ({ ${table.join(', ')} })[name]\n`
}
