import { readdirSync, readFileSync } from 'node:fs'
import { compareReleases, formatRelease, parseRelease, type Release } from '../../../release/index.ts'
import { packageFile } from '../../shared/package-file.ts'
import type { Facts } from './facts.ts'

/** The audience of a document of Adobe: it lists the operations that they may use. */
export const audiences = ['guest', 'customer', 'admin'] as const
export type Audience = (typeof audiences)[number]

/** The facts of the documents that Adobe published for a release: each audience's operations are some of `paths`. */
export interface Published extends Facts {
  readonly $schema: string
  /** The line: Adobe publishes one document for all its patches. */
  readonly release: string
  /** Operations by audience, each as `POST /V1/customers`. */
  readonly audiences: Readonly<Record<Audience, readonly string[]>>
}

const folder = packageFile('schemas/published/')
let read: Published[] | undefined

/** All that is known of Adobe's documents, the oldest release first. */
export function allPublished(): readonly Published[] {
  read ??= readdirSync(folder)
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Published)
    .sort((a, b) => compareReleases(parseRelease(a.release), parseRelease(b.release)))
  return read
}

/** Adobe's document of a release: that of its line; undefined where there is none. */
export function publishedOf(release: Release): Published | undefined {
  const line = formatRelease({ ...release, patch: 0 })
  return allPublished().find((published) => published.release === line)
}

/** The document of a release, or else the one nearest to it: the newest that is older, or the oldest of all. */
export function nearestPublished(release: Release): Published {
  const all = allPublished()
  const older = all.filter((published) => compareReleases(parseRelease(published.release), release) <= 0)
  return older.at(-1) ?? (all[0] as Published)
}

/** The document for one audience: it lists some of the operations. */
export function documentFor({ paths, audiences: lists, definitions }: Published, audience: Audience): Facts {
  const listed = Object.entries(paths).map(([path, methods]) => {
    const some = Object.entries(methods).filter(([method]) =>
      lists[audience].includes(`${method.toUpperCase()} ${path}`),
    )
    return [path, Object.fromEntries(some)]
  })
  return { paths: Object.fromEntries(listed), definitions }
}
