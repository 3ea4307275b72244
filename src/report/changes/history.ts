import { type ChangeName, knownReleases, lines, parseRelease, releaseChanges } from '../../../release/index.ts'
import type { Requirement } from '../../judge/requirement.ts'
import { suite } from '../../shared/version.ts'
import { byClass, type Changes, type ClientChange, changesVersion, clientChange, type KnownRelease } from './changes.ts'

/** The changes of one release, from the file of its line. */
export interface Brought extends KnownRelease {
  readonly date?: string
  readonly bulletin?: string
  readonly changes: readonly ClientChange[]
}

/** The changes of several releases, newest last. */
export interface History extends Pick<Changes, '$schema' | 'version' | 'suite'> {
  readonly releases: readonly Brought[]
}

/** Returns the changes of releases. @param names known releases; by default all */
export function historyOf(requirements: readonly Requirement[], names: readonly string[] = knownReleases): History {
  return {
    $schema: 'changes.schema.json',
    version: changesVersion,
    suite: { name: suite.name, version: suite.version },
    releases: names.map((name) => broughtBy(name, requirements)),
  }
}

function broughtBy(name: string, requirements: readonly Requirement[]): Brought {
  const { patch, ...rest } = parseRelease(name)
  const line = lines.find((one) => one.line === `${rest.major}.${rest.minor}.${rest.micro}`)
  const known = line?.patches.find((one) => one.patch === patch)
  if (!line || !known) throw new Error(`${name} is in no file of release/lines`)
  const changes = (['brings', 'ends'] as const).flatMap((side) =>
    Object.entries(line[side])
      .filter(([change, from]) => from === patch && !releaseChanges[change as ChangeName].unseen)
      .map(([change]) => clientChange(change as ChangeName, side === 'brings' ? 'begins' : 'ends', requirements)),
  )
  return {
    name,
    known: known.known,
    ...(known.date ? { date: known.date } : {}),
    ...(known.bulletin ? { bulletin: known.bulletin } : {}),
    changes: changes.sort(byClass),
  }
}
