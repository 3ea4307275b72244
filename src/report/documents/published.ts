import { readdirSync, readFileSync } from 'node:fs'
import { compareReleases, formatRelease, parseRelease, type Release } from '../../../release/index.ts'
import { packageFile } from '../../shared/package-file.ts'
import type { Facts } from './facts.ts'

/** The audiences of Adobe's documents. Each document lists the operations that its audience may use. */
export const audiences = ['guest', 'customer', 'admin'] as const
export type Audience = (typeof audiences)[number]

/** The facts of Adobe's documents for a release. Each audience has a subset of `paths`. */
export interface Published extends Facts {
  readonly $schema: string
  /** The release line: Adobe publishes one document for all its patches. */
  readonly release: string
  /** Operations by audience, each as `POST /V1/customers`. */
  readonly audiences: Readonly<Record<Audience, readonly string[]>>
}

const folder = packageFile('schemas/published/')
let read: Published[] | undefined

/** All known documents of Adobe, oldest release first. */
export function allPublished(): readonly Published[] {
  read ??= readdirSync(folder)
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Published)
    .sort((a, b) => compareReleases(parseRelease(a.release), parseRelease(b.release)))
  return read
}

/** Returns Adobe's document for the line of a release; undefined if none is known. */
export function publishedOf(release: Release): Published | undefined {
  const line = formatRelease({ ...release, patch: 0 })
  return allPublished().find((published) => published.release === line)
}

/** Returns the document for a release, or the newest older one, or the oldest of all. */
export function nearestPublished(release: Release): Published {
  const all = allPublished()
  const older = all.filter((published) => compareReleases(parseRelease(published.release), release) <= 0)
  return older.at(-1) ?? (all[0] as Published)
}

/** Returns the document for one audience, which lists some of the operations. */
export function documentFor({ paths, audiences: lists, definitions }: Published, audience: Audience): Facts {
  const listed = Object.entries(paths).map(([path, methods]) => {
    const some = Object.entries(methods).filter(([method]) =>
      lists[audience].includes(`${method.toUpperCase()} ${path}`),
    )
    return [path, Object.fromEntries(some)]
  })
  return { paths: Object.fromEntries(listed), definitions }
}
