import type { Report } from './report.ts'

/**
 * The milliseconds that each requirement is answerable for. A requirement asks nothing itself, and many look at one
 * exchange, so that adding up what each read would count most of the run many times. Every exchange counts once, for the
 * first requirement that looked at it: what people add up, by chapter or in all, is then what the shop took.
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
