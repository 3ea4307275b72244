import type { Document } from './contract/document.ts'
import { documentLines, lineOfRelease } from './contract/lines.ts'
import { committed } from './generate.ts'

/** Every document of the repository, the oldest releases first. */
export const documents: readonly { file: string; document: Document }[] = documentLines.map(({ file }) => ({
  file,
  document: JSON.parse(committed(`schemas/${file}`)) as Document,
}))

/** The repository's document that describes a release; a copy, that may be changed. */
export const documentFor = (release: string): Document =>
  JSON.parse(committed(`schemas/${lineOfRelease(release).file}`)) as Document
