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
    'Asks a Magento, or a mock of one, what its customer-account REST API promises, and judges the answers.',
    'Without a target it asks the reference that comes with it.',
    '',
    'Commands',
    ...rows(
      [
        ['run', 'perform, record, judge, report (the default)'],
        ['judge FILE', 'judge a recording again, without a target; --release judges it as another release'],
        ['report FILE', 'show a report (report.json) again, in the form that --format names'],
        [
          'report merge FILES',
          'the reports of many shops as one page, one summary and one JSON in the folder of --out',
        ],
        ['diff BEFORE AFTER', 'what changed between two reports, recordings or shops (URLs, asked at once)'],
        ['changes [A [B]]', 'what an API client notices between releases A and B; what A, or each release, brought'],
        ['fleet FILE', 'the shops of a file as a matrix of CI jobs: --format github or gitlab'],
        ['list', 'the requirements; with --release those that apply there'],
        [
          'init',
          'write settings, configuration, expected failures and a pipeline for a project; asks, or takes options',
        ],
        ['doctor', 'whether a run would work, and what it could not test; creates nothing'],
        ['replay ID', 'ask the scenario of one requirement again, alone, and show each exchange as it happens'],
        ['sweep', 'delete from the target what runs created there and a ledger still lists'],
        ['explain ID', 'one requirement: why it matters, source, releases, scenario, faults, and its page'],
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
    'Settings, from the environment or .env (an option beats the environment, the environment beats .env)',
    ...rows(
      Object.entries(definitions).map(([name, { meaning, default: byDefault }]) => [name, `${meaning} [${byDefault}]`]),
      Math.max(...Object.keys(definitions).map(({ length }) => length)),
    ),
    '',
    'Exit codes',
    ...rows(Object.entries(exitCodeTexts), 12),
  ].join('\n')
}
