import { closest, distance } from 'fastest-levenshtein'
import { calledAs } from '../shared/command.ts'
import { UsageError } from '../target/settings.ts'
import { type Flags, type Option, options } from './options.ts'

/** What to use instead: for one command, or for any. */
const instead: Readonly<Record<string, string>> = {
  'judge --url': 'it sends no requests',
  'report --url': 'it sends no requests',
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
 * Rejects options that a command does not support, so that none is ignored silently.
 * @throws UsageError with what to use instead
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

/** Returns the message for an unknown command: the most similar one, or the list of all. */
export function unknownCommand(name: string, known: readonly string[]): string {
  const best = closest(name, [...known])
  return `Unknown command ${name}. ${distance(name, best) <= 2 ? `Did you mean ${best}?` : `Use ${known.join(', ')}`}`
}

/** Returns the message for an option that is unknown or lacks its value; undefined for other errors. */
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
