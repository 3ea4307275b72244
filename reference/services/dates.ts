import { databaseTime } from '../clock.ts'

const day = 86400_000
const relative: Record<string, number> = { yesterday: -1, today: 0, now: 0, tomorrow: 1 }

/**
 * Parses a date like PHP, which accepts words, `12/31/1990`, and 30 February as 2 March.
 * @returns `YYYY-MM-DD`; undefined if invalid
 */
export function parseDate(text: string, now: number): string | undefined {
  const word = relative[text.trim().toLowerCase()]
  if (word !== undefined) return databaseTime(now + word * day).slice(0, 10)
  if (text.startsWith('0000-00-00')) return '0000-00-00'
  if (/^\d+$/.test(text)) return databaseTime(Number(text) * 1000).slice(0, 10)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (american) return dateOf(Number(american[3]), Number(american[1]), Number(american[2]))
  const spoken = /[a-z]{3}/i.test(text) ? Date.parse(`${text} UTC`) : Number.NaN
  return Number.isNaN(spoken) ? undefined : databaseTime(spoken).slice(0, 10)
}

function dateOf(year: number, month: number, date: number): string | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
}
