import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseAst } from 'vitest/node'
import type { Walled } from './walls.ts'

/** Top-level folders without TypeScript of this project: installed packages, build output, examples. */
const outside = new Set(['node_modules', 'dist', 'examples', 'docs', 'site', 'coverage'])

/** Returns every TypeScript file below `top`, with its imports from the same folder. */
export function readFiles(top: string): Record<string, Walled> {
  const files = [...typescriptIn(top, '')].map((file) => {
    const text = readFileSync(join(top, file), 'utf8')
    return [file, { imports: importsOf(text, file), lines: text.split('\n').length - 1 }] as const
  })
  return Object.fromEntries(files)
}

function* typescriptIn(top: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(top, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name)
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || outside.has(path)) continue
    if (entry.isDirectory()) yield* typescriptIn(top, path)
    else if (/\.[cm]?ts$/.test(entry.name)) yield path
  }
}

/** Returns the files imported by a relative path: `import`, `export … from`, `import()` and `import('…').Type`. */
export function importsOf(text: string, file: string): string[] {
  const { body } = parseAst(text, { lang: 'ts' }, file)
  const named = /\bimport\s*\(/.test(text) ? [...sourcesIn(body)] : body.flatMap(sourceOf)
  const relative = named.filter((name) => name.startsWith('.'))
  return [...new Set(relative.map((name) => posix.join(posix.dirname(file), name)))]
}

const importing = /^(Import(Declaration|Expression)|Export(All|Named)Declaration|TSImportType)$/

function sourceOf(node: unknown): string[] {
  const { type, source } = node as { type?: string; source?: { value?: unknown } | null }
  return importing.test(type ?? '') && typeof source?.value === 'string' ? [source.value] : []
}

function* sourcesIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return
  yield* sourceOf(node)
  for (const part of Object.values(node)) yield* sourcesIn(part)
}
