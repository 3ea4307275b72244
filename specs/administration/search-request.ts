/** The path of a search for customers by one field. @param keys the names of the criteria, in either spelling */
export const filtered = (field: string, value: string, keys = ['filter_groups', 'condition_type'], more = '') => {
  const filter = `searchCriteria[${keys[0]}][0][filters][0]`
  const query = `${filter}[field]=${field}&${filter}[value]=${encodeURIComponent(value)}&${filter}[${keys[1]}]=eq`
  return `/V1/customers/search?${query}${more}`
}
