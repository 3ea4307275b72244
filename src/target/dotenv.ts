import { readFileSync } from 'node:fs'
import dotenv from 'dotenv'
import { fileProblem } from '../shared/file-problem.ts'
import { UsageError } from './settings.ts'

/**
 * The assignments of a `.env` file.
 * @param mustExist whether the user named the file
 * @throws UsageError for a file that cannot be read, and for a line that is neither an assignment nor a comment
 */
export function readDotenv(file: string, mustExist: boolean): Record<string, string> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !mustExist) return {}
    throw new UsageError(`${file} cannot be read: ${fileProblem(error)}`)
  }
  checkLines(text, file)
  return dotenv.parse(text)
}

/** An assignment as dotenv reads it: a value in quotes may have several lines. */
const assignment =
  /^[ \t]*(?:export[ \t]+)?[\w.-]+(?:[ \t]*=|:[ \t])[ \t]*(?:'(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`|(?!['"`])[^\n#]*)[ \t]*(?:#.*)?$/gm

/** dotenv passes over what it does not understand. A line is not quoted in the message: it may hold a secret. */
function checkLines(text: string, file: string): void {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  // What is left keeps its line.
  const left = lines.replace(assignment, (match) => match.replace(/[^\n]/g, ''))
  const index = left.split('\n').findIndex((line) => /^\s*[^\s#]/.test(line))
  if (index >= 0)
    throw new UsageError(
      `${file}, line ${index + 1}, is not a setting: write NAME=value, with quotes of one kind around a value with spaces or #`,
    )
}
