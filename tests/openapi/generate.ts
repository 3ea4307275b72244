import { readFileSync } from 'node:fs'
import { withBlock } from '../support/generated.ts'
import { documentLines } from './contract/lines.ts'
import { differences, documentTable } from './differences.ts'
import { wholeDocumentOf } from './whole-document.ts'

/** The folder of the repository. */
export const root = new URL('../../', import.meta.url)
const page = 'docs/openapi.md'

/** Returns the expected content of every file that `npm run openapi` writes, by path in the repository. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const line of documentLines)
    files.set(`schemas/${line.file}`, `${JSON.stringify(await wholeDocumentOf(line), null, 2)}\n`)
  const text = withBlock(withBlock(committed(page), 'documents', documentTable()), 'differences', differences())
  files.set(page, text)
  return files
}

/** Returns the current content of a file in the repository. */
export const committed = (path: string): string => readFileSync(new URL(path, root), 'utf8')
