import { parseArgs } from 'node:util'
import { ReleaseError } from '../../release/index.ts'
import { ExpectedError } from '../judge/expected/read.ts'
import { RecordingError } from '../recording/har.ts'
import { ReportError } from '../report/json.ts'
import { visible } from '../shared/text.ts'
import { suite } from '../shared/version.ts'
import { LedgerError } from '../target/ledger/ledger.ts'
import { UsageError } from '../target/settings.ts'
import { TargetError } from '../target/target.ts'
import { explainCommand, listCommand } from './catalogue.ts'
import { checkOptions, unknownOption } from './check-options.ts'
import { diffCommand } from './diff.ts'
import { doctorCommand } from './doctor.ts'
import { help } from './help.ts'
import { judgeCommand } from './judge.ts'
import { type Flags, options } from './options.ts'
import { reportCommand } from './report.ts'
import { runCommand } from './run.ts'
import { sweepCommand } from './sweep.ts'

const commands: Record<string, (flags: Flags, operands: readonly string[]) => Promise<number>> = {
  run: runCommand,
  judge: judgeCommand,
  report: reportCommand,
  diff: diffCommand,
  list: listCommand,
  explain: explainCommand,
  sweep: sweepCommand,
  doctor: doctorCommand,
}

/**
 * Does what a command line says, and prints what came of it.
 * @param args without the program's own
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    const [name = 'run', ...operands] = positionals
    if (values.version) return say(suite.version)
    if (values.help) return say(help())
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new UsageError(`there is no command "${name}": use ${Object.keys(commands).join(', ')}`)
    checkOptions(name, values)
    return await command(values, operands)
  } catch (error) {
    return failed(error as Error & { code?: string })
  }
}

function say(text: string): number {
  console.log(text)
  return 0
}

/** Known problems are told in their own words; anything else is a defect of the suite, shown in full. */
function failed(error: Error & { code?: string }): number {
  const usage = [UsageError, ReleaseError, RecordingError, ReportError, LedgerError, ExpectedError].some(
    (kind) => error instanceof kind,
  )
  if (usage || error.code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(
      `${visible(unknownOption(error) ?? error.message)}\n\nnpm run contract -- --help lists commands and settings.`,
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
