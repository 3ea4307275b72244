import type { Recording } from '../../recording/recording.ts'
import type { ReportedRequirement } from '../report.ts'
import type { Seen } from './requirement.ts'

/** Finds the exchanges and mails that a requirement looked at. */
export function finder(recording: Recording | undefined): (requirement: ReportedRequirement) => Seen | undefined {
  if (!recording) return () => undefined
  const key = (scenario: string | undefined, name: string) => JSON.stringify([scenario, name])
  const exchanges = new Map(recording.exchanges.map(({ data }, index) => [key(data.scenario, data.name), index]))
  const mails = new Map(recording.mails.map(({ scenario, name }, index) => [key(scenario, name), index]))
  return ({ scenario, read, exchange }) => {
    const among = (numbers: Map<string, number>) => read.flatMap((name) => numbers.get(key(scenario, name)) ?? [])
    const decided = exchange && exchanges.get(key(exchange.scenario, exchange.name))
    const all = new Set([...(decided === undefined ? [] : [decided]), ...among(exchanges)])
    return { exchanges: [...all], decided, mails: among(mails) }
  }
}
