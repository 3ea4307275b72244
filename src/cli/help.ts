import { exitCodeTexts } from '../report/exit-code.ts'
import { calledAs } from '../shared/command.ts'
import { definitions } from '../target/settings.ts'
import { options } from './options.ts'

/** The whole help text. */
export function help(): string {
  const rows = (entries: [string, string][], width: number) =>
    entries.map(([name, text]) => `  ${name.padEnd(width)} ${text}`)
  return [
    `${calledAs} [command] [options]`,
    '',
    'Tests the customer-account REST API of a Magento shop, or of a mock, and judges each answer.',
    'With --reference, or with no setting at all at a terminal, it tests the reference that comes with the suite.',
    '',
    'Commands',
    ...rows(
      [
        ['run', 'test the target, judge the answers, write the reports (the default command)'],
        ['judge FILE', 'judge a recording again, offline; with --release as another release'],
        ['report FILE', 'print a report (report.json) in the format that --format names'],
        ['report merge FILES', 'merge the reports of many shops into one page, one summary and one JSON file'],
        ['diff BEFORE AFTER', 'list what changed between two reports, recordings or shops (base URLs)'],
        [
          'changes [A [B]]',
          'list what an API client notices between releases A and B, or what A, or each release, changed',
        ],
        ['fleet FILE', 'print the shops of a file as a table, or as a CI matrix: --format github or gitlab'],
        ['list', 'list the requirements; with --release those that apply to it'],
        ['init', 'write settings, configuration, expected failures and a CI pipeline for a project'],
        ['doctor', 'check the settings and the target, and list what a run could not test; creates nothing'],
        ['replay ID', 'perform the scenario of one requirement again, alone, and print each exchange'],
        ['sweep', 'delete the accounts that a ledger still lists from the target'],
        [
          'explain ID',
          'describe a requirement: why it matters, source, releases, scenario, faults, page; fault:ID describes a fault',
        ],
      ],
      18,
    ),
    '',
    'Options',
    ...rows(
      Object.entries(options).map(([name, { text }]) => [`--${name}`, text]),
      18,
    ),
    '',
    'Settings, from the environment or .env (an option overrides the environment, the environment overrides .env)',
    ...rows(
      Object.entries(definitions).map(([name, { meaning, default: byDefault }]) => [name, `${meaning} [${byDefault}]`]),
      Math.max(...Object.keys(definitions).map(({ length }) => length)),
    ),
    '',
    'Exit codes',
    ...rows(Object.entries(exitCodeTexts), 12),
  ].join('\n')
}
