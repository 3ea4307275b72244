import { oneFrom } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'

const countries = '/V1/directory/countries'

/** Countries that have regions in every shop; the scenario also reads those that the list shows without regions. */
const withRegions: ReadonlySet<string> = new Set(['AT', 'CA', 'CH', 'DE', 'ES', 'FR', 'US'])

export const directory = scenario(
  'directory',
  {
    chapter: 'Directory',
    asks: 'a guest requests the shop’s countries, regions and currencies',
  },
  async function* ({ ask }) {
    const answer = yield* ask('countries', get(countries))
    const list = Array.isArray(answer.json) ? (answer.json as { id?: unknown; available_regions?: unknown }[]) : []
    const known = list.filter(({ id }) => typeof id === 'string' && /^[A-Z]{2}$/.test(id))
    const found = known.find(({ available_regions }) => Array.isArray(available_regions)) ?? known[0]
    const { id } = oneFrom(answer, found as { readonly id: string } | undefined, 'a country with an id')
    yield* ask('country', get(`${countries}/${id}`))
    const withoutRegions = known.filter(({ available_regions }) => !Array.isArray(available_regions))
    const bare = withoutRegions.find(({ id }) => withRegions.has(String(id))) ?? withoutRegions[0] ?? known.at(-1)
    const { id: other } = oneFrom(answer, bare as { readonly id: string } | undefined, 'a country with an id')
    yield* ask('another country', get(`${countries}/${other}`))
    yield* ask('country in lower case', get(`${countries}/${id.toLowerCase()}`))
    yield* ask('unknown country', get(`${countries}/ZZ`))
    yield* ask('currency', get('/V1/directory/currency'))
  },
)
