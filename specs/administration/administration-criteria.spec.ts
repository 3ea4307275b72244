import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, thread, verified } from '../../src/judge/source.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { administrationCriteria } from './administration-criteria.scenario.ts'

const { must, should } = asAdministrator(requirementsOf(administrationCriteria))
const repository = code('module-customer/Model/ResourceModel/CustomerRepository.php', '2.4.7-p6')

/** Expects a search to find exactly these customers. @param inOrder whether the search requests an order */
function expectFound(answer: Exchange, customers: readonly Exchange[], inOrder = false): void {
  expect(answer).toSucceed()
  const wanted = customers.map((customer) => known<number>(customer.at('/id')))
  const found = [known<readonly unknown[]>(answer.at('/items'))].flat().map((item) => Number(Object(item).id))
  const listed = (ids: readonly number[]) => (inOrder ? ids : ids.toSorted((x, y) => x - y)).join(', ')
  if (listed(found) === listed(wanted)) return
  const told = (ids: readonly number[]) => (ids.length ? `the customers ${listed(ids)}` : 'an empty list')
  throw new Unmet(`${told(wanted)}${inOrder ? ' in this order' : ''}`, told(found), answer, '/items')
}

must(
  'ADMIN-47',
  'Filters of one group are alternatives; all groups have to match',
  {
    why: 'If `or` is treated as `and`, an import finds no customer and creates all again. If `and` is treated as `or`, a deletion removes other customers too.',
    source: [repository, code('framework/Api/Search/FilterGroup.php', '2.4.7-p6')],
  },
  ({ create, 'create another': other, either, 'both at once': both, 'either, of one id': named }) => {
    expectFound(either, [create, other])
    expectFound(both, [])
    expectFound(named, [other])
  },
)

must(
  'ADMIN-48',
  'A search compares as its condition type says: `like` with %, `in` with a list, `neq` with all others',
  {
    why: 'A condition that is ignored compares for equality: the search is empty, and a connector takes the customers for new.',
    source: [repository, code('framework/DB/Adapter/Pdo/Mysql.php', '2.4.7-p6')],
  },
  ({
    create,
    'create another': other,
    'beginning alike': alike,
    'part alone': part,
    listed,
    'listed, but not one': rest,
  }) => {
    expectFound(alike, [create])
    expectFound(part, [])
    expectFound(listed, [create, other])
    expectFound(rest, [other])
  },
)

must(
  'ADMIN-56',
  'A search by `group_id` finds only customers of that group',
  {
    why: 'Exports and mailings for wholesalers choose by the group. A group that is ignored sends their prices to everybody.',
    source: [repository, verified('search')],
  },
  ({ create, 'create another': other, 'listed, of another group': elsewhere }) => {
    known(create.at('/group_id'))
    if (create.at('/group_id').value !== other.at('/group_id').value)
      inapplicable('the shop gave the two customers different groups')
    expectFound(elsewhere, [])
  },
)

must(
  'ADMIN-49',
  'A search is sorted by the field and in the direction of its sort order',
  {
    why: 'A connector that reads the newest customers first stops at the first it knows. In another order it misses the new ones.',
    source: [repository, verified('search'), thread('magento/magento2#3788')],
  },
  ({ create, 'create another': other, 'oldest first': up, 'newest first': down }) => {
    expectFound(up, [create, other], true)
    expectFound(down, [other, create], true)
  },
)

must(
  'ADMIN-50',
  'A page of a search has `pageSize` customers, pages begin at 1, and `total_count` counts all of them',
  {
    why: 'A connector reads page after page up to `total_count`. Counted otherwise, it leaves out customers or reads without end.',
    source: [repository, verified('search'), thread('magento/magento2#17295')],
  },
  ({ create, 'create another': other, 'first page': first, 'second page': second }) => {
    expectFound(first, [create], true)
    expectFound(second, [other], true)
    for (const page of [first, second]) expect(page.at('/total_count')).toEqual(2)
  },
)

should(
  'ADMIN-57',
  'A search by e-mail ignores letter case',
  {
    why: 'Support types the e-mail as the customer writes it. A search that minds the case finds nobody, and a second account is made.',
    source: [repository, verified('names-that-are-locked')],
    next: 'compare the collation of customer_entity.email: Magento creates it as one that ignores case',
  },
  ({ create, 'in capitals': found }) => expectFound(found, [create]),
)
