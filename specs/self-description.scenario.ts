import { get } from '../src/client/request.ts'
import { administratorsDescription, descriptionScenario, guestsDescription } from '../src/documents/live.ts'
import { describedServices } from '../src/documents/operations.ts'
import { scenario } from '../src/perform/scenario.ts'

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
