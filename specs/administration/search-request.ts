/** A condition of a search: field, value and condition type. */
type Condition = readonly [field: string, value: string, type?: string]

/** Returns the path of a search by one field. @param keys the names of the criteria, in either spelling */
export const filtered = (field: string, value: string, keys = ['filter_groups', 'condition_type'], more = '') =>
  `/V1/customers/search?${filter([field, value], 0, 0, keys)}${more}`

/** Returns the path of a search by groups of conditions: a customer must match any condition of every group. */
export const grouped = (groups: readonly (readonly Condition[])[], more = '') => {
  const filters = groups.flatMap((group, index) => group.map((condition, place) => filter(condition, index, place)))
  return `/V1/customers/search?${filters.join('&')}${more}`
}

/** Returns the order of a search, to be appended to its path. */
export const ordered = (field: string, direction: 'ASC' | 'DESC') =>
  `&searchCriteria[sortOrders][0][field]=${field}&searchCriteria[sortOrders][0][direction]=${direction}`

/** Returns the page of a search, to be appended to its path. */
export const paged = (size: number, page: number) =>
  `&searchCriteria[pageSize]=${size}&searchCriteria[currentPage]=${page}`

function filter(
  [field, value, type = 'eq']: Condition,
  group: number,
  place: number,
  keys = ['filter_groups', 'condition_type'],
): string {
  const start = `searchCriteria[${keys[0]}][${group}][filters][${place}]`
  return `${start}[field]=${field}&${start}[value]=${encodeURIComponent(value)}&${start}[${keys[1]}]=${type}`
}
