import { UsageError } from '../target/settings.ts'

/** The form that `--format` names. @throws UsageError where there is none of that name */
export function formatNamed<Format>(formats: Readonly<Record<string, Format>>, name: string): Format {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (!format) throw new UsageError(`Unknown format \`${name}\`. Use ${Object.keys(formats).join(', ')}`)
  return format
}
