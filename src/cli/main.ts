import { parseArgs } from 'node:util'
import { ReleaseError } from '../../release/index.ts'
import { ExpectedError } from '../judge/expected/read.ts'
import { RecordingError } from '../recording/har.ts'
import { ReportError } from '../report/json.ts'
import { calledAs } from '../shared/command.ts'
import { visible } from '../shared/text.ts'
import { suite } from '../shared/version.ts'
import { LedgerError } from '../target/ledger/ledger.ts'
import { UsageError } from '../target/settings.ts'
import { TargetError } from '../target/target.ts'
import { checkOptions, optionProblem, unknownCommand } from './check-options.ts'
import { help } from './help.ts'
import { type Flags, options } from './options.ts'

type Command = (flags: Flags, operands: readonly string[]) => Promise<number>

/** The commands; each is loaded only when called, for a fast start. */
const commands: Record<string, () => Promise<Command>> = {
  run: async () => (await import('./run.ts')).runCommand,
  judge: async () => (await import('./judge.ts')).judgeCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  'report merge': async () => (await import('./merge.ts')).mergeCommand,
  diff: async () => (await import('./diff.ts')).diffCommand,
  changes: async () => (await import('./changes.ts')).changesCommand,
  fleet: async () => (await import('./fleet.ts')).fleetCommand,
  list: async () => (await import('./catalogue.ts')).listCommand,
  explain: async () => (await import('./catalogue.ts')).explainCommand,
  sweep: async () => (await import('./sweep.ts')).sweepCommand,
  init: async () => (await import('./init.ts')).initCommand,
  replay: async () => (await import('./replay.ts')).replayCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
}

/**
 * Executes a command line and prints the result.
 * @param args arguments without the program name
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    const [name, operands] = named(positionals)
    if (values.version) return say(suite.version)
    if (values.help) return say(help())
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new UsageError(unknownCommand(name, Object.keys(commands)))
    checkOptions(name, values)
    if (options.config.commands.some((one) => one === name))
      await (await import('./config/read.ts')).readConfig(values.config)
    return await (await command())(values, operands)
  } catch (error) {
    return failed(error as Error & { code?: string })
  }
}

/** Returns the command, of one or two words, and its operands. */
function named([first = 'run', ...operands]: readonly string[]): [name: string, operands: readonly string[]] {
  const longer = `${first} ${operands[0]}`
  return Object.hasOwn(commands, longer) ? [longer, operands.slice(1)] : [first, operands]
}

function say(text: string): number {
  console.log(text)
  return 0
}

/** Known errors are printed as messages; any other is a defect of the suite and printed with its stack. */
function failed(error: Error & { code?: string }): number {
  const usage = [UsageError, ReleaseError, RecordingError, ReportError, LedgerError, ExpectedError].some(
    (kind) => error instanceof kind,
  )
  if (usage || error.code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(
      `${visible(optionProblem(error) ?? error.message)}\n\n${calledAs} --help lists commands and settings.`,
    )
    return 2
  }
  if (error instanceof TargetError) {
    console.error(visible(error.message))
    return 3
  }
  console.error(`The suite itself failed. Please report this:\n${visible(error.stack ?? error.message)}`)
  return 3
}
