import { dirname, join } from 'node:path'
import { _, type Ajv, type CodeOptions } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { Plugin } from 'esbuild'
import * as bodies from '../src/judge/body-validators.ts'
import * as expected from '../src/judge/expected/validator.ts'
import * as openapi2 from '../src/report/documents/openapi-2-validator.ts'
import * as interfaces from '../src/shared/interface-validators.ts'
import { root } from './root.ts'

interface Validators {
  readonly names: readonly string[]
  readonly ajvWith: (code: CodeOptions) => Pick<Ajv, 'getSchema'>
}

/** The modules whose validators are written ahead, with where the formats are that they name. */
const modules: Readonly<Record<string, { validators: Validators; formats?: string }>> = {
  'src/judge/body-validators.ts': { validators: bodies },
  'src/judge/expected/validator.ts': { validators: expected },
  'src/report/documents/openapi-2-validator.ts': { validators: openapi2 },
  'src/shared/interface-validators.ts': { validators: interfaces, formats: './interface-formats.ts' },
}

/**
 * Replaces modules that compile validators by the validators themselves, so that a run neither loads the compiler nor
 * waits for it.
 */
export const validatorsAhead: Plugin = {
  name: 'validators-ahead',
  setup({ onLoad }) {
    onLoad({ filter: /validators?\.ts$/ }, ({ path }) => {
      const entry = Object.entries(modules).find(([file]) => join(root, file) === path)
      if (!entry) return undefined
      const { validators, formats } = entry[1]
      return { contents: moduleOf(validators, formats), loader: 'js', resolveDir: dirname(path) }
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
