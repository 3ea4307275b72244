import { openTarget } from '../../src/target/open.ts'
import { readSettings } from '../../src/target/read-settings.ts'
import type { SettingName } from '../../src/target/settings.ts'
import type { Target } from '../../src/target/target.ts'

/** Opens a target with only these settings, and collects its messages. */
export async function open(
  settings: Partial<Record<SettingName, string>>,
): Promise<{ target: Target; said: readonly string[] }> {
  const said: string[] = []
  const target = await openTarget(readSettings(settings, {}, '/nonexistent'), (text) => said.push(text))
  return { target, said }
}

/** Returns why the target cannot be opened; fails if it can. */
export async function refusalToOpen(settings: Partial<Record<SettingName, string>>): Promise<Error> {
  const opened = await open(settings).catch((error: Error) => error)
  if (opened instanceof Error) return opened
  await opened.target.close()
  throw new Error('it could be opened')
}
