import { type ReadSettings, readSettings } from '../target/read-settings.ts'
import type { SettingName } from '../target/settings.ts'

const defaultFolder = 'reports'

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  readonly short?: string
  /** Its description in the help text. */
  readonly text: string
  /** The commands that accept it; empty for an option that replaces a command. */
  readonly commands: readonly string[]
}

/** The command line's options. */
export const options = {
  url: {
    type: 'string',
    text: 'base URL of the target (MAGENTO_BASE_URL)',
    commands: ['run', 'doctor', 'sweep', 'init', 'replay'],
  },
  reference: {
    type: 'boolean',
    text: 'test the reference that comes with the suite instead of a shop',
    commands: ['run', 'doctor', 'replay'],
  },
  'env-file': {
    type: 'string',
    text: 'file with settings, read instead of .env',
    commands: ['run', 'judge', 'diff', 'doctor', 'sweep', 'replay'],
  },
  release: {
    type: 'string',
    text: 'release of the target (MAGENTO_RELEASE), or closest: the release that fits best; with judge: the release to judge as',
    commands: ['run', 'judge', 'list', 'doctor', 'sweep', 'init', 'replay'],
  },
  profile: {
    type: 'string',
    text: 'part of the contract: shape, behaviour or full (MAGENTO_PROFILE)',
    commands: ['run', 'judge', 'list', 'doctor'],
  },
  only: {
    type: 'string',
    multiple: true,
    text: 'only requirements whose id begins with this; may be repeated',
    commands: ['run', 'judge', 'list', 'doctor', 'diff'],
  },
  exclude: {
    type: 'string',
    multiple: true,
    text: 'leave out requirements whose id begins with this; may be repeated',
    commands: ['run', 'judge', 'list', 'doctor', 'diff'],
  },
  out: {
    type: 'string',
    text: `folder for the reports (default: ${defaultFolder})`,
    commands: ['run', 'judge', 'diff', 'doctor', 'sweep', 'replay', 'report merge'],
  },
  config: {
    type: 'string',
    text: 'configuration file (default: contract.config.ts, .js, .mjs, .cjs or .json, if it exists)',
    commands: ['run', 'judge', 'list', 'explain', 'doctor', 'sweep', 'diff', 'replay'],
  },
  expected: { type: 'string', text: 'file of expected failures (MAGENTO_EXPECTED)', commands: ['run', 'judge'] },
  'update-expected': {
    type: 'boolean',
    text: 'with run and judge: remove entries that pass from the file of expected failures',
    commands: ['run', 'judge'],
  },
  'write-expected': {
    type: 'boolean',
    text: 'with run and judge: add current failures to the file of expected failures, each with an empty reason',
    commands: ['run', 'judge'],
  },
  format: {
    type: 'string',
    text: 'with report, diff, list, changes and fleet: the format to print',
    commands: ['report', 'report merge', 'diff', 'list', 'changes', 'fleet'],
  },
  since: {
    type: 'string',
    text: 'with report merge: merged.json of an earlier run, to list what is new',
    commands: ['report merge'],
  },
  fleet: {
    type: 'string',
    text: 'with report merge: the file of shops, which has their names',
    commands: ['report merge'],
  },
  'release-before': { type: 'string', text: 'with diff: release of BEFORE', commands: ['diff'] },
  'release-after': { type: 'string', text: 'with diff: release of AFTER', commands: ['diff'] },
  'as-before': { type: 'boolean', text: 'with diff: judge both sides as the release of BEFORE', commands: ['diff'] },
  'fail-on': {
    type: 'string',
    multiple: true,
    text: 'with diff: class of changes that ends with exit code 1 (default: breaking); may be repeated',
    commands: ['diff'],
  },
  'allow-expected': {
    type: 'boolean',
    text: 'with diff: accept changes that are known between the two releases',
    commands: ['diff'],
  },
  ledger: {
    type: 'string',
    multiple: true,
    text: 'with sweep: ledger to read (MAGENTO_LEDGER); may be repeated',
    commands: ['sweep'],
  },
  kept: {
    type: 'boolean',
    text: 'with sweep: also delete accounts kept for the token bank',
    commands: ['sweep'],
  },
  ci: {
    type: 'string',
    text: 'with init: CI system to write a pipeline for: github, gitlab, jenkins or none',
    commands: ['init'],
  },
  with: {
    type: 'string',
    multiple: true,
    text: 'with init: access of the run: admin, mailbox; may be repeated',
    commands: ['init'],
  },
  'dry-run': {
    type: 'boolean',
    text: 'print how many requests and accounts a run would need; sends no request',
    commands: ['run'],
  },
  reveal: {
    type: 'boolean',
    text: 'with replay: show secrets; only at a terminal',
    commands: ['replay'],
  },
  verbose: {
    type: 'boolean',
    text: 'list every requirement on the console; with replay: show bodies and headers in full',
    commands: ['run', 'judge', 'report', 'replay'],
  },
  quiet: { type: 'boolean', text: 'print the last line only', commands: ['run', 'judge', 'report'] },
  help: { type: 'boolean', short: 'h', text: 'print this text', commands: [] },
  version: { type: 'boolean', text: 'print the version of the suite', commands: [] },
} as const satisfies Record<string, Option>

type Options = typeof options

/** Type of an option's value: string, list of strings, or true. */
type Given<One> = One extends { multiple: true } ? string[] : One extends { type: 'boolean' } ? boolean : string

/** The options given on the command line. */
export type Flags = {
  readonly [Name in Exclude<keyof Options, 'help' | 'version'>]?: Given<Options[Name]> | undefined
}

/**
 * Reads the settings of a command: its options, the environment, and `.env` or the file of --env-file.
 * @throws UsageError if that file cannot be read
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

/** Returns the file of --env-file, which must exist; empty without the option. */
export const envFile = ({ 'env-file': file }: Flags): [file?: string, mustExist?: boolean] =>
  file === undefined ? [] : [file, true]

/** Returns the folder for reports. */
export const folderOf = ({ out }: Flags): string => out ?? defaultFolder
