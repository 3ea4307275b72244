import { operation } from '../../faults/change.ts'
import { answering } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { Change } from '../../reference/index.ts'

interface Filter {
  readonly field?: string
  readonly value?: string
  readonly condition_type?: string
}

interface Criteria {
  readonly filter_groups?: readonly { readonly filters?: readonly Filter[] }[]
  readonly sort_orders?: readonly { readonly field: string; readonly direction: string }[]
  readonly page_size?: number
  readonly current_page?: number
}

/** Searches by other criteria than those requested; the response repeats the requested ones. */
const searchingFor = (change: (criteria: Criteria) => Criteria): Change =>
  operation('customer.search', async (call, inner) => {
    const asked = call.arguments
    const repeated = (await inner({ ...call })) as { search_criteria: unknown }
    call.arguments = { ...asked, searchCriteria: change(asked.searchCriteria as Criteria) }
    return { ...((await inner(call)) as object), search_criteria: repeated.search_criteria }
  })

const filtersOf = ({ filter_groups = [] }: Criteria) => filter_groups.flatMap(({ filters = [] }) => filters)

/** Replaces the conditions of one type in a search. */
const comparing = (type: string, change: (filter: Filter) => Filter): Change =>
  searchingFor((criteria) => ({
    ...criteria,
    filter_groups: (criteria.filter_groups ?? []).map(({ filters = [] }) => ({
      filters: filters.map((filter) => (filter.condition_type === type ? change(filter) : filter)),
    })),
  }))

export const administrationCriteriaFaults = faults([
  {
    id: 'alternatives-all-required',
    does: 'the filters of one group of a customer search must all match: OR is treated as AND',
    breaks: ['ADMIN-47'],
    change: searchingFor((criteria) => ({
      ...criteria,
      filter_groups: filtersOf(criteria).map((filter) => ({ filters: [filter] })),
    })),
  },
  {
    id: 'groups-are-alternatives',
    does: 'one matching filter of a customer search is enough: AND is treated as OR',
    breaks: ['ADMIN-56', 'SAFE-04', 'ADMIN-47', 'ADMIN-48'],
    change: searchingFor((criteria) => ({ ...criteria, filter_groups: [{ filters: filtersOf(criteria) }] })),
  },
  {
    id: 'first-filter-only',
    does: 'a customer search applies only its first filter and ignores the others',
    breaks: ['ADMIN-56', 'ADMIN-47', 'ADMIN-48'],
    change: searchingFor((criteria) => ({
      ...criteria,
      filter_groups: [{ filters: filtersOf(criteria).slice(0, 1) }],
    })),
  },
  {
    id: 'group-filter-ignored',
    does: 'a customer search ignores a filter by `group_id`',
    breaks: ['ADMIN-56'],
    change: searchingFor((criteria) => ({
      ...criteria,
      filter_groups: (criteria.filter_groups ?? []).map(({ filters = [] }) => ({
        filters: filters.filter(({ field }) => field !== 'group_id'),
      })),
    })),
  },
  {
    id: 'like-compares-literally',
    does: 'a customer search with the condition `like` compares literally: the percent sign is no wildcard',
    breaks: ['ADMIN-48'],
    change: comparing('like', (filter) => ({ ...filter, condition_type: 'eq' })),
  },
  {
    id: 'condition-types-ignored',
    does: 'a customer search ignores the condition type and compares for equality',
    breaks: ['ADMIN-48', 'ADMIN-49', 'ADMIN-50'],
    change: searchingFor((criteria) => ({
      ...criteria,
      filter_groups: (criteria.filter_groups ?? []).map(({ filters = [] }) => ({
        filters: filters.map((filter) => ({ ...filter, condition_type: 'eq' })),
      })),
    })),
  },
  {
    id: 'neq-is-eq',
    does: 'a customer search with the condition `neq` finds those that are equal',
    breaks: ['ADMIN-48'],
    change: comparing('neq', (filter) => ({ ...filter, condition_type: 'eq' })),
  },
  {
    id: 'sort-order-ignored',
    does: 'a customer search ignores the sort order',
    breaks: ['ADMIN-49'],
    origin: 'magento/magento2#3788',
    change: searchingFor(({ sort_orders, ...criteria }) => criteria),
  },
  {
    id: 'sorted-the-other-way-round',
    does: 'a customer search is sorted in the opposite direction of its sort order',
    breaks: ['ADMIN-49', 'ADMIN-50'],
    change: searchingFor(({ sort_orders = [], ...criteria }) => ({
      ...criteria,
      sort_orders: sort_orders.map(({ field, direction }) => ({
        field,
        direction: direction === 'ASC' ? 'DESC' : 'ASC',
      })),
    })),
  },
  {
    id: 'total-of-the-page',
    does: 'the `total_count` of a customer search counts the customers of the page, not all matches',
    breaks: ['ADMIN-20', 'ADMIN-50'],
    origin: 'magento/magento2#17295',
    change: answering('customer.search', (found) => ({
      ...found,
      total_count: (found.items as readonly unknown[]).length,
    })),
  },
  {
    id: 'pages-from-zero',
    does: 'the pages of a customer search are counted from 0: page 1 is the second',
    breaks: ['ADMIN-50'],
    change: searchingFor((criteria) => ({
      ...criteria,
      ...(criteria.current_page === undefined ? {} : { current_page: criteria.current_page + 1 }),
    })),
  },
  {
    id: 'page-size-ignored',
    does: 'a customer search ignores the page size and returns all matches on each page',
    breaks: ['ADMIN-20', 'ADMIN-50'],
    change: searchingFor(({ page_size, ...criteria }) => criteria),
  },
  {
    id: 'search-minds-letter-case',
    does: 'a customer search compares e-mails with their letter case',
    breaks: ['ADMIN-57'],
    change: operation('customer.search', async (call, inner) => {
      const found = (await inner(call)) as { items: Record<string, unknown>[]; total_count: number }
      const wanted = filtersOf(call.arguments.searchCriteria as Criteria).filter(({ field }) => field === 'email')
      const items = found.items.filter(({ email }) =>
        wanted.every(({ value }) => String(value).toLowerCase() !== String(email).toLowerCase() || value === email),
      )
      return { ...found, items, total_count: found.total_count - found.items.length + items.length }
    }),
  },
  {
    id: 'like-finds-parts',
    does: 'a customer search with the condition `like` finds parts of a text too, also without a percent sign',
    breaks: ['ADMIN-48'],
    change: comparing('like', (filter) => ({ ...filter, value: `%${filter.value}%` })),
  },
  {
    id: 'search-returns-one-customer',
    does: 'a customer search returns one customer at most',
    breaks: ['ADMIN-47', 'ADMIN-48', 'ADMIN-49'],
    change: answering('customer.search', (found) => ({ ...found, items: (found.items as unknown[]).slice(0, 1) })),
  },
])
