import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'
import { isAvailable } from './anyone.ts'

const path = '/V1/directory/currency'

export const fieldsFilter = scenario(
  'fields-filter',
  {
    chapter: 'Routes and URLs',
    asks: 'a guest requests fields that do not exist, or with an invalid filter',
  },
  async function* ({ ask, account }) {
    yield* ask('unfiltered', get(path))
    yield* ask('empty filter', get(`${path}?fields=`))
    yield* ask('unknown field', get(`${path}?fields=nothing_of_this_name`))
    yield* ask('unreadable filter', get(`${path}?fields=base_currency_code,exchange_rates[rate`))
    const question = isAvailable(account().email)
    yield* ask('filtered scalar', { ...question, path: `${question.path}?fields=id` })
    yield* ask('filtered error', get(`/V1/${randomLetters(12)}?fields=id`))
  },
)
