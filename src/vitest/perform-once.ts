import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { writeRecording } from '../cli/publish.ts'
import { scenariosOf, selectRequirements } from '../cli/select.ts'
import { fileLedger, noLedger } from '../ledger/ledger.ts'
import { perform } from '../perform/perform.ts'
import { toHar } from '../recording/har.ts'
import { openTarget } from '../target/open.ts'
import { numberSetting } from '../target/parse.ts'
import { readSettings } from '../target/settings.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    recording: string
  }
}

/** Asks the target once for the whole life of the vitest process. */
export default async function performOnce(project: TestProject): Promise<void> {
  const settings = readSettings({}, process.env)
  const target = await openTarget(settings)
  try {
    const { recording } = await perform(target, scenariosOf(selectRequirements(undefined)), {
      ledger: target.embedded ? noLedger : fileLedger(join('reports', 'ledger.jsonl')),
      mailTimeout: numberSetting(settings, 'MAGENTO_MAIL_TIMEOUT', 30) * 1000,
    })
    writeRecording('reports', recording)
    project.provide('recording', JSON.stringify(toHar(recording)))
  } finally {
    await target.close()
  }
}
