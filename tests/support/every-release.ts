import { changesBetween, knownReleases } from '../../release/index.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { record } from './run.ts'

/**
 * Records the reference as each known release. Releases with the same changes share a recording, since the reference
 * behaves by the changes alone.
 * @param apart releases with a recording of their own
 */
export async function recordEach(apart: readonly (string | undefined)[] = []): Promise<Map<string, Recording>> {
  const recordings = new Map<string, Recording>()
  const firsts = new Map<string, Recording>()
  for (const release of knownReleases) {
    const changes = changesBetween(knownReleases[0] as string, release).join()
    const known = apart.includes(release) ? undefined : firsts.get(changes)
    const recording = known ?? (await record({ release }))
    firsts.set(changes, recording)
    recordings.set(release, recording)
  }
  return recordings
}
