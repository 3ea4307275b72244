import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'

const countries = '/V1/directory/countries'

export const directory = scenario(
  'directory',
  {
    chapter: 'Directory',
    asks: 'a guest asks which countries, regions and currencies the shop knows',
    records: ['countries', 'country', 'country in lower case', 'unknown country', 'currency'],
  },
  async ({ ask }) => {
    const { value } = (await ask('countries', get(countries))).at('')
    const list = Array.isArray(value) ? (value as { id?: string; available_regions?: unknown }[]) : []
    const id = String((list.find(({ available_regions }) => Array.isArray(available_regions)) ?? list[0])?.id ?? 'US')
    await ask('country', get(`${countries}/${id}`))
    await ask('country in lower case', get(`${countries}/${id.toLowerCase()}`))
    await ask('unknown country', get(`${countries}/ZZ`))
    await ask('currency', get('/V1/directory/currency'))
  },
)
