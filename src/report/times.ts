import type { Report } from './report.ts'

/**
 * Returns the milliseconds attributed to each requirement. Several requirements read the same exchange, so each
 * exchange counts once, for the first requirement that read it: sums are then the time that the shop took.
 * @returns by id; empty for a report without its recording
 */
export function timesOf({ requirements, recording }: Report): Map<string, number> {
  const left = new Map(recording?.exchanges.map(({ data }) => [`${data.scenario} ${data.name}`, data.time]))
  const times = new Map<string, number>()
  for (const { id, scenario, read } of requirements) {
    const keys = read.map((name) => `${scenario} ${name}`)
    times.set(
      id,
      keys.reduce((sum, key) => sum + (left.get(key) ?? 0), 0),
    )
    for (const key of keys) left.delete(key)
  }
  return times
}
