import { readFileSync } from 'node:fs'
import dotenv from 'dotenv'
import { fileProblem } from '../shared/file-problem.ts'
import { UsageError } from './settings.ts'

/**
 * Parses a `.env` file.
 * @param mustExist true if the user named the file
 * @throws UsageError if the file cannot be read, or a line is neither an assignment nor a comment
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

/** An assignment in dotenv's syntax; a quoted value may span several lines. */
const assignment =
  /^[ \t]*(?:export[ \t]+)?[\w.-]+(?:[ \t]*=|:[ \t])[ \t]*(?:'(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`|(?!['"`])[^\n#]*)[ \t]*(?:#.*)?$/gm

/** Rejects lines that dotenv would ignore. The message does not quote the line, as it may contain a secret. */
function checkLines(text: string, file: string): void {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  // Line breaks are kept, so that line numbers stay correct.
  const left = lines.replace(assignment, (match) => match.replace(/[^\n]/g, ''))
  const index = left.split('\n').findIndex((line) => /^\s*[^\s#]/.test(line))
  if (index >= 0)
    throw new UsageError(
      `${file}, line ${index + 1}, is not a setting: write NAME=value, with quotes of one kind around a value with spaces or #`,
    )
}
