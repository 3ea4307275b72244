import { scenario } from '../../src/perform/scenario.ts'
import { administratorsDescription, descriptionScenario, guestsDescription } from '../../src/report/documents/live.ts'
import { describedServices } from '../../src/report/documents/operations.ts'
import { get } from '../../src/target/client/request.ts'

const description = `/schema?services=${describedServices.join(',')}`

export const selfDescription = scenario(
  descriptionScenario,
  {
    chapter: 'Self-description',
    asks: 'a guest asks what release the shop is, and a guest and an administrator which operations it offers them',
    records: ['version', guestsDescription, administratorsDescription],
  },
  async ({ ask, adminByToken }) => {
    await ask('version', get('/magento_version', { from: 'base' }))
    await ask(guestsDescription, get(description))
    await ask(administratorsDescription, get(description, { token: adminByToken() }))
  },
)
