import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import { UsageError } from '../target/settings.ts'
import { readText } from './read-file.ts'

/** Parses a file of JSON with or without comments. @throws UsageError with the line of the error */
export function readJsonc(file: string): unknown {
  const text = readText(file)
  const problems: ParseError[] = []
  const value: unknown = parse(text, problems, { allowTrailingComma: true })
  const [problem] = problems
  if (!problem) return value
  const line = text.slice(0, problem.offset).split('\n').length
  throw new UsageError(`${file}:${line}: it is not valid JSON: ${printParseErrorCode(problem.error)}`)
}
