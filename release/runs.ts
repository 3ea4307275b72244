import { knownReleases } from './known.ts'

/** Returns known releases as runs: `2.3.0–2.3.6-p1, 2.4.0–2.4.2`. */
export function runsOf(includes: (release: string) => boolean): string {
  const runs: string[][] = []
  let open = false
  for (const release of knownReleases) {
    const inside = includes(release)
    if (inside && open) runs.at(-1)?.push(release)
    else if (inside) runs.push([release])
    open = inside
  }
  return runs.map((run) => (run.length === 1 ? run[0] : `${run[0]}–${run.at(-1)}`)).join(', ') || 'none that is known'
}
