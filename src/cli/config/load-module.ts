import { execFileSync } from 'node:child_process'
import * as nodeModule from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { placeOf } from '../../shared/own.ts'
import { packageFile } from '../../shared/package-file.ts'
import { suite } from '../../shared/version.ts'
import { UsageError } from '../../target/settings.ts'

const isSource = import.meta.url.endsWith('.ts')

/** The modules of this package, so that user files share its instance of the library. */
const library: Readonly<Record<string, string>> = Object.fromEntries(
  ['index', 'reference', 'vitest', 'node-test'].map((name) => [
    name === 'index' ? suite.name : `${suite.name}/${name}`,
    isSource ? packageFile(`src/library/${name}.ts`).href : new URL(`./${name}.js`, import.meta.url).href,
  ]),
)

/** Part of Node's API from 22.15. */
interface NewerModule {
  readonly registerHooks?: (hooks: {
    resolve: (specifier: string, context: unknown, next: (specifier: string, context: unknown) => unknown) => unknown
  }) => void
}

let hooked = false

/** Resolves `import … from 'magento-customer-contract'` in user files to this package, installed beside them or not. */
function hook(): void {
  if (hooked) return
  hooked = true
  const { registerHooks } = nodeModule as NewerModule
  if (registerHooks) {
    registerHooks({
      resolve: (specifier, context, next) => {
        const url = library[specifier]
        return url ? { url, shortCircuit: true } : next(specifier, context)
      },
    })
    return
  }
  const code = `const library = ${JSON.stringify(library)}
export const resolve = (specifier, context, next) =>
  library[specifier] ? { url: library[specifier], shortCircuit: true } : next(specifier, context)`
  nodeModule.register(`data:text/javascript,${encodeURIComponent(code)}`)
}

/**
 * Loads a user's JavaScript or TypeScript file, ES module or CommonJS.
 * @param path absolute path
 * @returns its default export, or else the whole module
 * @throws UsageError with the position of the error
 */
export async function loadModule(path: string, shown: string): Promise<unknown> {
  hook()
  try {
    const loaded = (await (isTypeScript(path) ? importTypeScript(path) : import(pathToFileURL(path).href))) as {
      default?: unknown
    }
    return loaded.default ?? loaded
  } catch (error) {
    throw new UsageError(told(error as Error & { code?: string }, path, shown))
  }
}

const isTypeScript = (path: string) => /\.[cm]?ts$/.test(path)

/** Node from 22.18 strips types itself; older versions need jiti. */
async function importTypeScript(path: string): Promise<unknown> {
  if (isSource || ('typescript' in process.features && process.features.typescript))
    return import(pathToFileURL(path).href)
  const { createJiti } = await import('jiti')
  const alias = Object.fromEntries(Object.entries(library).map(([name, url]) => [name, fileURLToPath(url)]))
  return createJiti(pathToFileURL(path).href, { alias, fsCache: false, nativeModules: [suite.name] }).import(path)
}

function told(error: Error & { code?: string }, path: string, shown: string): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const place = name === 'SyntaxError' && !isTypeScript(path) ? placeOfSyntax(path) : placeOf(error)
  const missing = error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND'
  const [first] = message.split('\n')
  if (missing && first?.includes(`'${suite.name}'`))
    return `${shown} cannot be loaded: on this Node, require finds what is installed only: npm install --save-dev ${suite.name}`
  return `${shown} cannot be loaded${place && place !== shown ? ` (${place})` : ''}: ${missing ? '' : `${name}: `}${first}`
}

/** Finds the position of a syntax error with `node --check`, since an import does not report it. */
function placeOfSyntax(path: string): string | undefined {
  try {
    execFileSync(process.execPath, ['--check', path], { stdio: ['ignore', 'ignore', 'pipe'] })
    return undefined
  } catch (error) {
    return /^(?:file:\/\/)?(\S+:\d+)$/m.exec(String((error as { stderr: Buffer }).stderr))?.[1]
  }
}
