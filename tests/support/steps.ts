import { readFileSync } from 'node:fs'
import { changesBetween, knownReleases } from '../../release/index.ts'

/** From one known release to the next. */
export interface Step {
  readonly before: string
  readonly after: string
  /** What the files of the releases say that the two do differently. */
  readonly changes: readonly string[]
  /** The requirements that a recording of `before` breaks when it is judged as `after`; only steps that change something have any. */
  readonly breaks: readonly string[]
}

const breaks: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('../reference/release-steps.json', import.meta.url), 'utf8'),
)

/** The steps between all known releases, in order. */
export const steps: readonly Step[] = knownReleases.slice(1).map((after, index) => {
  const before = knownReleases[index] as string
  return {
    before,
    after,
    changes: changesBetween(before, after),
    breaks: breaks[`${from(before, after)} → ${after}`] ?? [],
  }
})

/** What is new in a line is told against the line before it, whichever patch that has come to. */
function from(before: string, after: string): string {
  return after.includes('-p') ? before : before.replace(/-p\d+$/, '')
}
