import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'

const countries = '/V1/directory/countries'

export const directory = scenario(
  'directory',
  {
    chapter: 'Directory',
    asks: 'a guest asks which countries, regions and currencies the shop knows',
  },
  async function* ({ ask }) {
    const { value } = (yield* ask('countries', get(countries))).at('')
    const list = Array.isArray(value) ? (value as { id?: string; available_regions?: unknown }[]) : []
    const id = String((list.find(({ available_regions }) => Array.isArray(available_regions)) ?? list[0])?.id ?? 'US')
    yield* ask('country', get(`${countries}/${id}`))
    yield* ask('country in lower case', get(`${countries}/${id.toLowerCase()}`))
    yield* ask('unknown country', get(`${countries}/ZZ`))
    yield* ask('currency', get('/V1/directory/currency'))
  },
)
