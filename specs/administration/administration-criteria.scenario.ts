import { idAt } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { otherGroup } from '../shared/profile.ts'
import { grouped, ordered, paged } from './search-request.ts'

export const administrationCriteria = scenario(
  'administration-criteria',
  {
    chapter: 'Administration',
    asks: 'an administrator searches for two customers by several conditions, in both sort orders and page by page',
    needs: ['admin'],
  },
  async function* ({ ask, register, account, admin }) {
    const token = admin()
    const [first, second] = [account(), account()]
    yield* register('create', first.email, post('/V1/customers', minimalCustomer(first)))
    const another = yield* register('create another', second.email, post('/V1/customers', minimalCustomer(second)))
    const one = ['email', first.email] as const
    const other = ['email', second.email] as const
    yield* ask('either', get(grouped([[one, other]]), { token }))
    yield* ask('both at once', get(grouped([[one], [other]]), { token }))
    const id = String(idAt(another, '/id'))
    yield* ask('either, of one id', get(grouped([[one, other], [['entity_id', id]]]), { token }))
    yield* ask('beginning alike', get(grouped([[['email', `${first.email.split('@')[0]}@%`, 'like']]]), { token }))
    yield* ask('part alone', get(grouped([[['email', first.email.split('@')[0] ?? '', 'like']]]), { token }))
    yield* ask('in capitals', get(grouped([[['email', first.email.toUpperCase()]]]), { token }))
    const list = [[['email', `${first.email},${second.email}`, 'in'] as const]]
    yield* ask('listed', get(grouped(list), { token }))
    yield* ask('listed, but not one', get(grouped([...list, [['email', first.email, 'neq']]]), { token }))
    const elsewhere = [['group_id', String(otherGroup(another))] as const]
    yield* ask('listed, of another group', get(grouped([...list, elsewhere]), { token }))
    yield* ask('oldest first', get(grouped(list, ordered('entity_id', 'ASC')), { token }))
    yield* ask('newest first', get(grouped(list, ordered('entity_id', 'DESC')), { token }))
    const page = (number: number) => get(grouped(list, ordered('entity_id', 'ASC') + paged(1, number)), { token })
    yield* ask('first page', page(1))
    yield* ask('second page', page(2))
  },
)
