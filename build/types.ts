import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { entries } from './bundle.ts'
import { root } from './root.ts'

const folder = join(root, 'dist/types')

/** Writes the type declarations that the library needs. */
export function writeTypes(): void {
  execFileSync('npx', ['tsc', '-p', 'build/tsconfig.json'], { cwd: root, stdio: 'inherit' })
  const reached = new Set<string>()
  for (const source of Object.values(entries))
    if (source.startsWith('src/library/')) reach(join(folder, source.replace(/\.ts$/, '.d.ts')), reached)
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, file)
    if (statSync(path).isFile() && !reached.has(path)) rmSync(path)
  }
}

function reach(file: string, reached: Set<string>): void {
  if (reached.has(file)) return
  reached.add(file)
  // Statements that run at load time are not part of the types.
  const text = readFileSync(file, 'utf8')
    .replace(/^import ['"].*\n/gm, '')
    .replace(/^import (\w+) from ['"](\..*\.json)['"].*\n/gm, (_, name: string, path: string) => {
      const source = join(root, relative(folder, dirname(file)), path)
      return `declare const ${name}: Record<${namesIn(source)}, unknown>;\n`
    })
    .replace(/^import (?:type )?\{(.*)\} from ['"](?!\.|node:).*\n/gm, (_, names: string) => unknownTypes(names))
  writeFileSync(file, text)
  for (const [, path] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.ts['"]/g))
    reach(join(dirname(file), `${path}.d.ts`), reached)
}

/** Types of bundled packages are not installed with this package, so declarations must not use them. */
function unknownTypes(names: string): string {
  const local = names.split(',').map((name) =>
    name
      .replace(/^\s*(type )?/, '')
      .replace(/.* as /, '')
      .trim(),
  )
  const declared = (name: string) =>
    name === 'OpenAPIV2'
      ? `declare namespace OpenAPIV2 { type SecurityDefinitionsObject = any }`
      : `type ${name} = any;`
  return `${local.filter(Boolean).map(declared).join('\n')}\n`
}

/** Replaces a data file by its type, because the file is not part of the types. */
const namesIn = (file: string) =>
  Object.keys(JSON.parse(readFileSync(file, 'utf8')))
    .map((name) => JSON.stringify(name))
    .join(' | ')
