import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { root } from './root.ts'
import { unused } from './unused.ts'

/**
 * Packages that only some runs need, with the names that the sources import. The built package has a separate file for
 * each, loaded when one of the names is first used. Only functions and classes may be imported.
 */
const packages: Readonly<Record<string, readonly string[]>> = {
  ajv: ['Ajv'],
  'badge-maker': ['makeBadge'],
  'css-select': ['compile', 'selectAll'],
  'fast-xml-parser': ['XMLParser', 'XMLValidator'],
  'oauth-1.0a': ['default'],
  otpauth: ['Secret', 'TOTP'],
  parse5: ['parse', 'serializeOuter'],
  'parse5-htmlparser2-tree-adapter': ['adapter'],
  'tough-cookie': ['Cookie', 'CookieJar'],
  xmlbuilder2: ['create'],
}

const fileOf = (name: string) => `lazy/${name}.cjs`

/** Writes the file of each package. @returns the input files, in the form of the main build */
export async function writeLazyPackages(outFolder: string) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.keys(packages).map((name) => ({ in: name, out: fileOf(name).replace(/\.cjs$/, '') })),
    outdir: outFolder,
    outExtension: { '.js': '.cjs' },
    plugins: [unused],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  })
  return metafile
}

/** Replaces imports of these packages by files that are loaded on first use. */
export const lazyPackages: Plugin = {
  name: 'lazy-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer }) =>
      Object.hasOwn(packages, path) && !importer.includes('node_modules')
        ? { path, namespace: 'lazy', sideEffects: false }
        : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: standIn(path, packages[path] as readonly string[]),
      loader: 'js',
      resolveDir: join(root, 'src'),
    }))
  },
}

/** Returns a module with the same exports, which loads the package when one is called, constructed or read. */
function standIn(name: string, names: readonly string[]): string {
  const member = (key: string) => (key === 'default' ? `(read().default ?? read())` : `read()[${JSON.stringify(key)}]`)
  return [
    `import { createRequire } from 'node:module'`,
    `const requireLazily = createRequire(import.meta.url)`,
    `const read = () => requireLazily(${JSON.stringify(`./${fileOf(name)}`)})`,
    `const lazily = (member) => new Proxy(function () {}, {`,
    `  apply: (_, self, args) => Reflect.apply(member(), self, args),`,
    `  construct: (_, args) => Reflect.construct(member(), args),`,
    `  get: (_, key) => member()[key],`,
    `})`,
    ...names.map((key, index) => `const name${index} = lazily(() => ${member(key)})`),
    `export { ${names.map((key, index) => `name${index} as ${key}`).join(', ')} }`,
  ].join('\n')
}
