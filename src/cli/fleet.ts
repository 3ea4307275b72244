import { calledAs } from '../shared/command.ts'
import { UsageError } from '../target/settings.ts'
import { fleetFormats } from './fleet/formats.ts'
import { readFleet } from './fleet/read.ts'
import { formatNamed } from './format.ts'
import type { Flags } from './options.ts'

/**
 * Prints the shops of a fleet file, as text or as the matrix of a CI system. Sends no request.
 * @returns the exit code
 */
export async function fleetCommand(flags: Flags, [file, ...more]: readonly string[]): Promise<number> {
  if (!file || more.length)
    throw new UsageError(`fleet takes one file of shops: ${calledAs} fleet shops.jsonc --format github`)
  const format = formatNamed(fleetFormats, flags.format ?? 'console')
  console.log(format(readFleet(file)))
  return 0
}
