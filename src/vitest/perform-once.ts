import type { TestProject } from 'vitest/node'
import { folderOf } from '../cli/options.ts'
import { performRun } from '../cli/perform-run.ts'
import { selectRequirements } from '../cli/select.ts'
import { toHar } from '../recording/har.ts'
import { chooseTarget } from '../target/choose-target.ts'
import { profileSetting } from '../target/parse.ts'
import { readSettings } from '../target/read-settings.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    recording: string
  }
}

/** Performs the scenarios once per vitest process. */
export default async function performOnce(project: TestProject): Promise<void> {
  const settings = chooseTarget(readSettings({}), false)
  const requirements = selectRequirements(undefined, profileSetting(settings))
  const { recording } = await performRun(settings, requirements, folderOf({}))
  project.provide('recording', JSON.stringify(toHar(recording)))
}
