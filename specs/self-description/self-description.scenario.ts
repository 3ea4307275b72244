import { scenario } from '../../src/perform/scenario.ts'
import { administratorsDescription, descriptionScenario, guestsDescription } from '../../src/report/documents/live.ts'
import { describedServices } from '../../src/report/documents/operations.ts'
import { get } from '../../src/target/client/request.ts'

const description = `/schema?services=${describedServices.join(',')}`

export const selfDescription = scenario(
  descriptionScenario,
  {
    chapter: 'Self-description',
    asks: 'a guest requests the shop’s version, and a guest and an administrator request the schema of the API',
  },
  async function* ({ ask, adminByToken }) {
    yield* ask('version', get('/magento_version', { from: 'base' }))
    yield* ask(guestsDescription, get(description))
    yield* ask(administratorsDescription, get(description, { token: adminByToken() }))
  },
)
