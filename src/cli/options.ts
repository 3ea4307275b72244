import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type SettingName, UsageError } from '../target/settings.ts'

const defaultFolder = 'reports'

/** What a command line may ask for, in the order of the help text. */
export const commandNames = ['run', 'judge', 'report', 'diff', 'list', 'doctor', 'sweep', 'explain'] as const
export type CommandName = (typeof commandNames)[number]

interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  readonly short?: string
  /** The commands that take it. */
  readonly of: readonly CommandName[]
  readonly means: string
  /** What to do where a command does not take it. */
  readonly instead?: Readonly<Partial<Record<CommandName, string>>>
}

/** The command line's options: which command takes them, and what each means. */
export const options = {
  url: {
    type: 'string',
    of: ['run', 'doctor', 'sweep'],
    means: 'the target (MAGENTO_BASE_URL)',
    instead: { judge: 'judge asks nobody', diff: 'diff takes its shops as operands' },
  },
  release: {
    type: 'string',
    of: ['run', 'judge', 'list', 'doctor', 'sweep'],
    means: 'the release it claims to be (MAGENTO_RELEASE); with judge: the release to judge as; or closest',
    instead: { diff: 'use --release-before and --release-after' },
  },
  profile: {
    type: 'string',
    of: ['run', 'judge', 'list', 'doctor'],
    means: 'how much is asked, judged or listed: shape, behaviour or full (MAGENTO_PROFILE)',
  },
  only: {
    type: 'string',
    multiple: true,
    of: ['run', 'judge', 'diff', 'list'],
    means: 'only requirements whose id begins with this; may stand several times',
  },
  out: {
    type: 'string',
    of: ['run', 'judge', 'diff', 'doctor', 'sweep'],
    means: `folder for the reports (default: ${defaultFolder})`,
  },
  expected: { type: 'string', of: ['run', 'judge'], means: 'file of expected failures (MAGENTO_EXPECTED)' },
  'update-expected': {
    type: 'boolean',
    of: ['run', 'judge'],
    means: 'remove from that file what passes; nothing is ever added',
  },
  format: {
    type: 'string',
    of: ['report', 'diff'],
    means: 'the form to print it in',
    instead: { run: 'a run writes every form' },
  },
  'release-before': { type: 'string', of: ['diff'], means: 'the release that BEFORE claims to be' },
  'release-after': { type: 'string', of: ['diff'], means: 'the release that AFTER claims to be' },
  'as-before': { type: 'boolean', of: ['diff'], means: 'judge both as the release of BEFORE' },
  'fail-on': {
    type: 'string',
    multiple: true,
    of: ['diff'],
    means: 'a class of changes to end with 1 for (default: breaking); may stand several times',
  },
  'allow-expected': {
    type: 'boolean',
    of: ['diff'],
    means: 'changes that the step between the releases explains do not count',
  },
  ledger: {
    type: 'string',
    multiple: true,
    of: ['sweep'],
    means: 'a ledger to go through (MAGENTO_LEDGER); may stand several times',
    instead: { run: 'a run writes to MAGENTO_LEDGER' },
  },
  kept: { type: 'boolean', of: ['sweep'], means: 'also delete accounts that are kept for the token bank' },
  'dry-run': {
    type: 'boolean',
    of: ['run'],
    means: 'only count what a run would ask and create, and ask the target nothing',
  },
  help: { type: 'boolean', short: 'h', of: commandNames, means: 'this text' },
  version: { type: 'boolean', of: commandNames, means: 'the suite’s version' },
} as const satisfies NonNullable<ParseArgsConfig['options']> & Record<string, Option>

export type OptionName = keyof typeof options

/** What a command line says. @throws TypeError (`ERR_PARSE_ARGS_…`) for an option that there is not */
export const parseLine = (args: string[]) => parseArgs({ args, options, allowPositionals: true, strict: true })

export type Flags = Readonly<ReturnType<typeof parseLine>['values']>

/** What an option means; with the commands that take it, where they are few. */
export function optionText(name: OptionName): string {
  const { of, means }: Option = options[name]
  return of.length > 2 ? means : `with ${of.join(' and ')}: ${means}`
}

/** @throws UsageError for an option that is given and the command does not take: it names those that do */
export function checkOptions(command: CommandName, flags: Flags): void {
  for (const name of Object.keys(flags) as OptionName[]) {
    const { of, instead }: Option = options[name]
    if (of.includes(command)) continue
    const hint = instead?.[command] ? `; ${instead[command]}` : ''
    throw new UsageError(`${command} has no --${name}: only ${listOf(of)} ${of.length > 1 ? 'have' : 'has'}${hint}`)
  }
}

const listOf = (names: readonly string[]) =>
  [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ')

/** The settings that the command line gives. */
export function settingsFrom({ url, release, profile, expected }: Flags): Partial<Record<SettingName, string>> {
  return {
    ...(url ? { MAGENTO_BASE_URL: url } : {}),
    ...(release ? { MAGENTO_RELEASE: release } : {}),
    ...(profile ? { MAGENTO_PROFILE: profile } : {}),
    ...(expected ? { MAGENTO_EXPECTED: expected } : {}),
  }
}

/** The folder for the reports. */
export const folderOf = ({ out }: Flags): string => out ?? defaultFolder
