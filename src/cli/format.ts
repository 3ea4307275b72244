import { UsageError } from '../target/settings.ts'

/** Returns the format that `--format` names. @throws UsageError if there is none */
export function formatNamed<Format>(formats: Readonly<Record<string, Format>>, name: string): Format {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (!format) throw new UsageError(`Unknown format \`${name}\`. Use ${Object.keys(formats).join(', ')}`)
  return format
}
