import type { Document } from './contract/document.ts'
import { documentLines, lineOfRelease } from './contract/lines.ts'
import { committed } from './generate.ts'

/** Every document of the repository, the oldest releases first. */
export const documents: readonly { file: string; document: Document }[] = documentLines.map(({ file }) => ({
  file,
  document: JSON.parse(committed(`schemas/${file}`)) as Document,
}))

/** Returns a copy of the document that describes a release. */
export const documentFor = (release: string): Document =>
  JSON.parse(committed(`schemas/${lineOfRelease(release).file}`)) as Document
