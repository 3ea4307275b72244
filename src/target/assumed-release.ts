import { knownReleases, lines, newestOf, newestRelease } from '../../release/index.ts'
import type { Client } from './client/client.ts'
import { askIfAnswered } from './client/unrecorded.ts'
import { storeConfig } from './probe.ts'

/**
 * The release of a shop that tells only its minor version, or nothing: the newest whose signs it shows. A line of
 * releases without a sign is taken on trust. Signs are asked from the newest line down, until one is there.
 */
export async function assumedRelease(client: Client, minor: string | undefined): Promise<string> {
  let release = (minor && newestOf(minor)) || newestRelease
  for (let line = lineOf(release); line.signs?.length; line = lineOf(release)) {
    const shown = await Promise.all(line.signs.map((field) => tells(client, field)))
    const older = knownReleases.slice(0, knownReleases.indexOf(line.line)).at(-1)
    if (shown.every(Boolean) || !older) break
    release = older
  }
  return release
}

const lineOf = (release: string) =>
  lines.find(({ line }) => release.replace(/-p\d+$/, '') === line) as (typeof lines)[number]

async function tells(client: Client, field: string): Promise<boolean> {
  const answer = await askIfAnswered(client, storeConfig(field))
  return answer?.at(`/data/storeConfig/${field}`).exists ?? false
}
