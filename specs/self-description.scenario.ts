import { get } from '../src/client/request.ts'
import { scenario } from '../src/perform/scenario.ts'

const services = ['customerAccountManagementV1', 'customerCustomerRepositoryV1', 'integrationCustomerTokenServiceV1']

export const selfDescription = scenario(
  'self-description',
  {
    chapter: 'Self-description',
    asks: 'a guest asks what release the shop is and which operations it offers',
    records: ['version', 'schema'],
  },
  async ({ ask }) => {
    await ask('version', get('/magento_version', { from: 'base' }))
    await ask('schema', get(`/schema?services=${services.join(',')}`))
  },
)
