import { scenario } from '../../src/perform/scenario.ts'
import { post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { otherGroup } from '../shared/profile.ts'
import { addressWith, realAddress, realCustomer } from '../shared/real-data.ts'

/** A separate scenario, because an administrator with signed requests cannot send this request. */
export const administrationCreate = scenario(
  'administration-create',
  {
    chapter: 'Administration',
    asks: 'an administrator creates customers with a chosen group and with realistic values',
    needs: ['admin'],
  },
  async function* ({ ask, register, account, adminByToken }) {
    const token = adminByToken()
    const [customer, grouped] = [account(), account()]
    const plain = yield* register('plain', customer.email, post('/V1/customers', minimalCustomer(customer)))
    const inGroup = minimalCustomer(grouped, {
      ...realCustomer,
      group_id: otherGroup(plain),
      // A shop that assigns groups by VAT number would move an account with an address into the default group.
      disable_auto_group_change: 1,
      addresses: [addressWith(realAddress)],
    })
    yield* register('create in a group', grouped.email, post('/V1/customers', inGroup, { token }))
    yield* ask('validate', put('/V1/customers/validate', inGroup, { token }))
  },
)
