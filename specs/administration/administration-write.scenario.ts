import { customerFrom, idAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { profile, unknownId } from '../shared/profile.ts'

/** Group ids are 16 bits wide in older releases; nobody has as many groups. */
export const unknownGroup = 32000

export const administrationWrite = scenario(
  'administration-write',
  {
    chapter: 'Administration',
    asks: 'an administrator validates and changes customers, in whole and in part',
    needs: ['admin'],
  },
  async function* ({ ask, register, account, admin }) {
    const token = admin()
    const [customer, nobody] = [account(), account()]
    const created = yield* register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    yield* register(
      'change an unknown one',
      nobody.email,
      put(`/V1/customers/${unknownId}`, profile(nobody, created, { id: unknownId }), { token }),
    )
    const complete = profile(customer, created, { group_id: idAt(created, '/group_id') })
    yield* ask('validate', put('/V1/customers/validate', complete, { token }))
    const nameless = { customer: { ...complete.customer, firstname: undefined, lastname: undefined } }
    yield* ask('validate without names', put('/V1/customers/validate', nameless, { token }))

    const id = idFrom(created)
    const change = (body: Record<string, unknown>) => put(`/V1/customers/${id}`, { customer: body }, { token })
    yield* ask('change in whole', change({ ...customerFrom(created), lastname: 'Roe', middlename: 'Quinn' }))
    yield* ask('change in part', change({ firstname: 'Janet' }))
    yield* ask('read', get(`/V1/customers/${id}`, { token }))
    yield* ask('unknown group', change({ ...profile(customer, created).customer, id, group_id: unknownGroup }))
  },
)
