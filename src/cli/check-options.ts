import { closest, distance } from 'fastest-levenshtein'
import { calledAs } from '../shared/command.ts'
import { UsageError } from '../target/settings.ts'
import { type Flags, type Option, options } from './options.ts'

/** What to do instead, where that is not plain: for one command, or for any other. */
const instead: Readonly<Record<string, string>> = {
  'judge --url': 'it asks nobody',
  'report --url': 'it asks nobody',
  'diff --url': 'its shops are its operands',
  'diff --release': 'it has two releases, --release-before and --release-after',
  'report --release': `judge the recording as another release: ${calledAs} judge reports/recording.har --release RELEASE`,
  'report --profile': `judge the recording: ${calledAs} judge reports/recording.har --profile PROFILE`,
  'report --only': `judge the recording: ${calledAs} judge reports/recording.har --only AREA`,
  'report --exclude': `judge the recording: ${calledAs} judge reports/recording.har --exclude AREA`,
  'report --out': 'it prints: > FILE keeps it',
  '--format': 'a run writes every form',
  '--ledger': 'a run writes to MAGENTO_LEDGER',
}

/**
 * A command that is given an option that it does not go by says so: none is passed over in silence.
 * @throws UsageError, with what to do instead
 */
export function checkOptions(command: string, flags: Flags): void {
  for (const [option, { commands }] of Object.entries<Option>(options)) {
    if (flags[option as keyof Flags] === undefined || commands.includes(command)) continue
    const hint = instead[`${command} --${option}`] ?? instead[`--${option}`]
    const have = `only ${commands.join(', ').replace(/, ([^,]+)$/, ' and $1')} ${commands.length === 1 ? 'has' : 'have'}`
    throw new UsageError(`${command} has no --${option}: ${hint ? `${hint} (${have})` : have}`)
  }
  for (const option of ['update-expected', 'write-expected'] as const)
    if (flags[option] && flags['dry-run'])
      throw new UsageError(`--${option} is of no use with --dry-run, which judges nothing`)
}

/** What to say of a command that there is not: the one that may be meant, or all there are. */
export function unknownCommand(name: string, known: readonly string[]): string {
  const best = closest(name, [...known])
  return `Unknown command ${name}. ${distance(name, best) <= 2 ? `Did you mean ${best}?` : `Use ${known.join(', ')}`}`
}

/** What to say of an option that is unknown, or has no value; nothing of other errors. */
export function optionProblem({ code, message }: Error & { code?: string }): string | undefined {
  const [, lacking] =
    /^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument (?:missing|is ambiguous)/.exec(message) ?? []
  if (lacking) return `${lacking} needs a value: ${lacking}=VALUE`
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return undefined
  const name = message.match(/'(-[^']*)'/)?.[1] ?? ''
  const known = Object.keys(options).map((option) => `--${option}`)
  const best = closest(name, known)
  return `Unknown option ${name}.${distance(name, best) <= 2 ? ` Did you mean ${best}?` : ''}`
}
