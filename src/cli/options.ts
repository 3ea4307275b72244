import { type ReadSettings, readSettings } from '../target/read-settings.ts'
import type { SettingName } from '../target/settings.ts'

const defaultFolder = 'reports'

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  readonly short?: string
  /** What it means, as the help says it. */
  readonly text: string
  /** The commands that go by it; none where it stands in place of a command. */
  readonly commands: readonly string[]
}

/** The command line's options. */
export const options = {
  url: {
    type: 'string',
    text: 'the target (MAGENTO_BASE_URL)',
    commands: ['run', 'doctor', 'sweep', 'init', 'replay'],
  },
  reference: {
    type: 'boolean',
    text: 'ask the reference that comes with the suite, in place of a shop',
    commands: ['run', 'doctor', 'replay'],
  },
  'env-file': {
    type: 'string',
    text: 'file with settings, read in place of .env',
    commands: ['run', 'judge', 'diff', 'doctor', 'sweep', 'replay'],
  },
  release: {
    type: 'string',
    text: 'the release it claims to be (MAGENTO_RELEASE); with judge: the release to judge as; or closest',
    commands: ['run', 'judge', 'list', 'doctor', 'sweep', 'init', 'replay'],
  },
  profile: {
    type: 'string',
    text: 'how much is asked, judged or listed: shape, behaviour or full (MAGENTO_PROFILE)',
    commands: ['run', 'judge', 'list', 'doctor'],
  },
  only: {
    type: 'string',
    multiple: true,
    text: 'only requirements whose id begins with this; may stand several times',
    commands: ['run', 'judge', 'list', 'doctor', 'diff'],
  },
  exclude: {
    type: 'string',
    multiple: true,
    text: 'all requirements but those whose id begins with this; may stand several times',
    commands: ['run', 'judge', 'list', 'doctor', 'diff'],
  },
  out: {
    type: 'string',
    text: `folder for the reports (default: ${defaultFolder})`,
    commands: ['run', 'judge', 'diff', 'doctor', 'sweep', 'replay', 'report merge'],
  },
  config: {
    type: 'string',
    text: 'configuration file (default: contract.config.ts, .js or .json, where there is one)',
    commands: ['run', 'judge', 'list', 'explain', 'doctor', 'sweep', 'diff', 'replay'],
  },
  expected: { type: 'string', text: 'file of expected failures (MAGENTO_EXPECTED)', commands: ['run', 'judge'] },
  'update-expected': {
    type: 'boolean',
    text: 'with run and judge: remove from that file what passes',
    commands: ['run', 'judge'],
  },
  'write-expected': {
    type: 'boolean',
    text: 'with run and judge: add what fails now to that file, each with an empty reason to fill in',
    commands: ['run', 'judge'],
  },
  format: {
    type: 'string',
    text: 'with report, diff, list, changes and fleet: the form to print it in',
    commands: ['report', 'report merge', 'diff', 'list', 'changes', 'fleet'],
  },
  since: {
    type: 'string',
    text: 'with report merge: the merged.json of the last time, to tell what is new',
    commands: ['report merge'],
  },
  fleet: {
    type: 'string',
    text: 'with report merge: the file of shops, for their names',
    commands: ['report merge'],
  },
  'release-before': { type: 'string', text: 'with diff: the release that BEFORE claims to be', commands: ['diff'] },
  'release-after': { type: 'string', text: 'with diff: the release that AFTER claims to be', commands: ['diff'] },
  'as-before': { type: 'boolean', text: 'with diff: judge both as the release of BEFORE', commands: ['diff'] },
  'fail-on': {
    type: 'string',
    multiple: true,
    text: 'with diff: a class of changes to end with 1 for (default: breaking); may stand several times',
    commands: ['diff'],
  },
  'allow-expected': {
    type: 'boolean',
    text: 'with diff: changes that the step between the releases explains do not count',
    commands: ['diff'],
  },
  ledger: {
    type: 'string',
    multiple: true,
    text: 'with sweep: a ledger to go through (MAGENTO_LEDGER); may stand several times',
    commands: ['sweep'],
  },
  kept: {
    type: 'boolean',
    text: 'with sweep: also delete accounts that are kept for the token bank',
    commands: ['sweep'],
  },
  ci: {
    type: 'string',
    text: 'with init: the CI to write a file for: github, gitlab, jenkins or none',
    commands: ['init'],
  },
  with: {
    type: 'string',
    multiple: true,
    text: 'with init: what the run has: admin, mailbox; may stand several times',
    commands: ['init'],
  },
  'dry-run': {
    type: 'boolean',
    text: 'only count what a run would ask and create, and ask the target nothing',
    commands: ['run'],
  },
  reveal: {
    type: 'boolean',
    text: 'with replay: show secrets as they are; only at a terminal',
    commands: ['replay'],
  },
  verbose: {
    type: 'boolean',
    text: 'list every requirement on the console; with replay: bodies and headers in full',
    commands: ['run', 'judge', 'report', 'replay'],
  },
  quiet: { type: 'boolean', text: 'print the last line only', commands: ['run', 'judge', 'report'] },
  help: { type: 'boolean', short: 'h', text: 'this text', commands: [] },
  version: { type: 'boolean', text: 'the suite’s version', commands: [] },
} as const satisfies Record<string, Option>

type Options = typeof options

/** What an option is given: a text, several, or that it is there. */
type Given<One> = One extends { multiple: true } ? string[] : One extends { type: 'boolean' } ? boolean : string

/** What a command is told on the command line. */
export type Flags = {
  readonly [Name in Exclude<keyof Options, 'help' | 'version'>]?: Given<Options[Name]> | undefined
}

/**
 * The settings of a command: its options, the environment, and `.env` or the file that --env-file names.
 * @throws UsageError when that file cannot be read
 */
export function settingsOf(flags: Flags): ReadSettings {
  const { url, release, profile, expected } = flags
  const given = {
    MAGENTO_BASE_URL: url,
    MAGENTO_RELEASE: release,
    MAGENTO_PROFILE: profile,
    MAGENTO_EXPECTED: expected,
  } satisfies Partial<Record<SettingName, string | undefined>>
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return readSettings(present, process.env, ...envFile(flags))
}

/** Where settings are read from, and whether that file has to exist. */
export const envFile = ({ 'env-file': file }: Flags): [file?: string, mustExist?: boolean] =>
  file === undefined ? [] : [file, true]

/** The folder for the reports. */
export const folderOf = ({ out }: Flags): string => out ?? defaultFolder
