import { consoleReport } from '../report/console.ts'
import { formats } from '../report/formats.ts'
import { calledAs } from '../shared/command.ts'
import { UsageError } from '../target/settings.ts'
import { isColoured } from '../target/terminal.ts'
import { formatNamed } from './format.ts'
import type { Flags } from './options.ts'
import { formFor } from './publish.ts'
import { readReport } from './read-file.ts'

/** Prints an existing report in another format. @returns 0 for any verdict */
export async function reportCommand(flags: Flags, [file, ...more]: readonly string[]): Promise<number> {
  if (!file || more.length)
    throw new UsageError(`report takes one report: ${calledAs} report reports/report.json --format markdown`)
  const { format } = flags
  if (format === undefined || format === 'console') {
    console.log(consoleReport(readReport(file), isColoured(process.stdout), [], formFor(flags)))
    return 0
  }
  const { render } = formatNamed(formats, format)
  for (const text of render(readReport(file))) process.stdout.write(text)
  return 0
}
