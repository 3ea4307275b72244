import { shapes } from '../binding/shapes.ts'
import { bad } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Operation, Shop } from '../types.ts'
import { conditions } from './conditions.ts'

interface Filter {
  field?: string | null
  value?: string | null
  condition_type?: string | null
}

interface Criteria {
  filter_groups?: { filters?: Filter[] | null }[] | null
  sort_orders?: { field?: string | null; direction?: string | null }[] | null
  page_size?: number | null
  current_page?: number | null
}

const columns: Record<string, string> = { entity_id: 'id' }

export function searchOperation(shop: Shop): Record<string, Operation> {
  return {
    'customer.search': (call) => {
      const { searchCriteria: criteria } = call.arguments as { searchCriteria: Criteria }
      const size = pageSize(shop, criteria)
      const found = sorted([...shop.store.customers.values()].filter(matches(criteria)), criteria)
      const items = page(shop, found, size, criteria.current_page ?? 1)
      const extension = shop.rules.subscriptionInSearch
      return {
        items: items.map((customer) => shop.services.customerView(customer, extension)),
        search_criteria: echo(criteria, size),
        total_count: found.length,
      }
    },
  }
}

/** All groups must match; within a group, any filter. */
function matches({ filter_groups }: Criteria): (customer: Customer) => boolean {
  const groups = (filter_groups ?? []).map(({ filters }) => (filters ?? []).map(test))
  return (customer) => groups.every((tests) => tests.length === 0 || tests.some((holds) => holds(customer)))
}

function test({ field, value, condition_type }: Filter): (customer: Customer) => boolean {
  const column = columns[field ?? ''] ?? field
  if (!column || !(column in (shapes.Customer ?? {}))) {
    throw bad('The "%1" attribute name is invalid. Reset the name and try again.', [field ?? null])
  }
  const condition = conditions[condition_type || 'eq']
  return (customer) => condition?.(customer[column as keyof Customer], value ?? '') ?? false
}

function sorted(customers: Customer[], { sort_orders }: Criteria): Customer[] {
  for (const { field, direction } of [...(sort_orders ?? [])].reverse()) {
    const order = { ASC: 1, DESC: -1 }[(direction ?? 'ASC').toUpperCase()]
    if (!order) {
      throw bad('The sort order has to be specified as %1 for ascending order or %2 for descending order.', [
        'ASC',
        'DESC',
      ])
    }
    const column = (columns[field ?? ''] ?? field) as keyof Customer
    customers.sort((left, right) => {
      const [a, b] = [left[column] ?? '', right[column] ?? '']
      return a < b ? -order : a > b ? order : 0
    })
  }
  return customers
}

function pageSize(shop: Shop, { page_size }: Criteria): number | undefined {
  const limited = shop.rules.inputLimits || shop.settings.get('webapi/validation/input_limit_enabled') === '1'
  const max = shop.settings.integer('webapi/validation/maximum_page_size')
  if (limited && page_size && page_size > max) throw bad('Maximum SearchCriteria pageSize is %max', { max })
  return page_size ?? (limited ? shop.settings.integer('webapi/validation/default_page_size') : undefined)
}

/** Beyond the last page the result is the last page again or empty, depending on the release. */
function page(shop: Shop, customers: Customer[], size: number | undefined, current: number): Customer[] {
  if (!size || size < 1) return customers
  const last = Math.max(1, Math.ceil(customers.length / size))
  const wanted = Math.max(1, current)
  const number = shop.rules.searchRepeatsLastPage ? Math.min(wanted, last) : wanted
  return customers.slice((number - 1) * size, number * size)
}

function echo(criteria: Criteria, size: number | undefined): Record<string, unknown> {
  const { sort_orders, current_page } = criteria
  return {
    filter_groups: (criteria.filter_groups ?? []).map(({ filters }) => ({
      filters: (filters ?? []).map(({ field, value, condition_type }) => ({
        field,
        value,
        condition_type: condition_type ?? 'eq',
      })),
    })),
    ...(sort_orders?.length ? { sort_orders } : {}),
    ...(size === undefined ? {} : { page_size: size }),
    ...(current_page === undefined || current_page === null ? {} : { current_page }),
  }
}
