import type { WatchedExchange } from './watched.ts'

/** Shorter times, in seconds, are not shown. */
const least = 30

/** Returns the time since the scenario's first response by the shop's clock: `, 59 min 55 s later`. */
export function laterThan(exchanges: readonly WatchedExchange[], exchange: WatchedExchange): string {
  const first = exchanges.find(({ data }) => data.scenario === exchange.data.scenario)
  const seconds = (timeOf(exchange) - timeOf(first ?? exchange)) / 1000
  if (!(seconds >= least)) return ''
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const
  const text = parts.flatMap(([count, unit]) => (count ? [`${count} ${unit}`] : [])).join(' ')
  return ` (${text} after the scenario began)`
}

const timeOf = ({ data }: WatchedExchange) =>
  Date.parse(data.response.headers.find(([name]) => name === 'Date')?.[1] ?? '')
