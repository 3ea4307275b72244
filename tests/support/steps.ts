import { readFileSync } from 'node:fs'
import { changesBetween, knownReleases } from '../../release/index.ts'

/** A step from one known release to the next. */
export interface Step {
  readonly before: string
  readonly after: string
  /** The changes between the two, from the files of the releases. */
  readonly changes: readonly string[]
  /** Requirements that fail if a recording of `before` is judged as `after`; absent for steps without changes. */
  readonly breaks: readonly string[]
}

const breaks: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('../reference/release-steps.json', import.meta.url), 'utf8'),
)

/** All steps between known releases, in order. */
export const steps: readonly Step[] = knownReleases.slice(1).map((after, index) => {
  const before = knownReleases[index] as string
  return {
    before,
    after,
    changes: changesBetween(before, after),
    breaks: breaks[`${from(before, after)} → ${after}`] ?? [],
  }
})

/** The changes of a new line are relative to the previous line, regardless of its patch. */
function from(before: string, after: string): string {
  return after.includes('-p') ? before : before.replace(/-p\d+$/, '')
}
