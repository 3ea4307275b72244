import type { Exchange } from '../recording/exchange.ts'
import type { Target } from '../target/target.ts'
import type { Scenario } from './scenario.ts'

/**
 * Returns the number of concurrent scenarios. It is limited so that a scenario is much shorter than a run: a token of
 * one minute must outlive it. With a shared clock all scenarios run, since it moves only when all of them wait.
 */
export function scenariosAtOnce({ clock, client }: Target): number {
  return clock.shared ? Number.POSITIVE_INFINITY : client.concurrency * 2
}

/** Sorts scenarios so that those that wait begin first, and their waiting overlaps with the work of the others. */
export function longestFirst(scenarios: readonly Scenario[]): Scenario[] {
  const waits = ({ waits, needs }: Scenario) => Number(waits || needs.includes('clock'))
  return [...scenarios].sort((a, b) => waits(b) - waits(a))
}

/** Sorts exchanges by scenario, then in the order of the requests, independently of concurrency. */
export function inOrder(exchanges: readonly Exchange[], scenarios: readonly Scenario[]): Exchange[] {
  return scenarios.flatMap(({ name }) => exchanges.filter((exchange) => exchange.data.scenario === name))
}
