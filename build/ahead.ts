import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { recordedSteps } from '../src/cli/recorded-steps.ts'
import { root } from './root.ts'

/** Modules whose one function runs at build time: the package contains its result, not the files that it reads. */
const results: Readonly<Record<string, { name: string; result: () => unknown }>> = {
  'src/cli/recorded-steps.ts': { name: 'recordedSteps', result: recordedSteps },
}

export const resultsAhead: Plugin = {
  name: 'results-ahead',
  setup({ onLoad }) {
    onLoad({ filter: /recorded-steps\.ts$/ }, ({ path }) => {
      const [, module] = Object.entries(results).find(([file]) => join(root, file) === path) ?? []
      return (
        module && { contents: `export const ${module.name} = () => (${JSON.stringify(module.result())})`, loader: 'js' }
      )
    })
  },
}
