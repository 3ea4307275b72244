import { openTarget } from '../../src/target/open.ts'
import { readSettings } from '../../src/target/read-settings.ts'
import type { SettingName } from '../../src/target/settings.ts'
import type { Target } from '../../src/target/target.ts'

/** Opens a target by these settings and no others; what it says on the way is collected. */
export async function open(
  settings: Partial<Record<SettingName, string>>,
): Promise<{ target: Target; said: readonly string[] }> {
  const said: string[] = []
  const target = await openTarget(readSettings(settings, {}, '/nonexistent'), (text) => said.push(text))
  return { target, said }
}

/** Why it cannot be opened; fails when it can. */
export async function refusalToOpen(settings: Partial<Record<SettingName, string>>): Promise<Error> {
  const opened = await open(settings).catch((error: Error) => error)
  if (opened instanceof Error) return opened
  await opened.target.close()
  throw new Error('it could be opened')
}
