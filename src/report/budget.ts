import { type LimitName, type Limits, limitTexts, type Spent } from '../target/guard/limits.ts'

const names = Object.keys(limitTexts) as LimitName[]

/** Formats the limits of a run, in one line. */
export function allowedLine(limits: Limits): string {
  return `at most ${names.map((name) => `${limits[name]} ${limitTexts[name].unit}`).join(', ')}`
}

/** Formats what the run used of its limits, in one line. */
export function spentLine({ used, allowed, paused }: Spent): string {
  const parts = names.map((name) => `${used[name]} of ${allowed[name]} ${limitTexts[name].unit}`)
  return [...parts, ...(paused > 0 ? [`${paused} s paused because the target throttled`] : [])].join(', ')
}
