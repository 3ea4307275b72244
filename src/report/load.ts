import { type Load, loadNames, sumOf } from '../perform/rehearse.ts'
import { type Limits, limitTexts } from '../target/guard/limits.ts'

const titles: Record<keyof Load, string> = {
  requests: 'requests',
  accounts: 'accounts',
  failedLogins: 'failed logins',
  resetRequests: 'reset requests',
  mails: 'mails',
  cleaningUp: 'to clean up',
}

/** Formats loads and their sum as a table. */
export function loadTable(rows: readonly (readonly [name: string, load: Load])[]): string[] {
  const all = rows.map(([, load]) => load).reduce((sum, load) => sumOf(sum, load))
  const width = Math.max(...rows.map(([name]) => name.length))
  const line = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(width)}${cells.map((cell, index) => cell.padStart(title(index).length + 2)).join('')}`
  const cellsOf = (load: Load) => loadNames.map((name) => String(load[name]))
  return [
    line(
      'scenario',
      loadNames.map((name) => titles[name]),
    ),
    ...rows.map(([name, load]) => line(name, cellsOf(load))),
    line('all', cellsOf(all)),
  ]
}

const title = (index: number) => titles[loadNames[index] as keyof Load]

/** Formats the load of a run in one line. */
export function loadLine(load: Load): string {
  const parts = loadNames.filter((name) => name !== 'cleaningUp').map((name) => `${load[name]} ${titles[name]}`)
  return `${parts.join(', ')}${load.cleaningUp ? `, then ${load.cleaningUp} requests to clean up` : ''}`
}

/** Returns the limits that a load exceeds. */
export function exceeded(load: Load, limits: Limits): string[] {
  return (['requests', 'failedLogins', 'resetRequests'] as const)
    .filter((name) => load[name] > limits[name])
    .map((name) => `not enough for ${load[name]} ${limitTexts[name].unit}: raise ${limitTexts[name].setting}`)
}
