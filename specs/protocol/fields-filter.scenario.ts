import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'
import { isAvailable } from './anyone.ts'

const path = '/V1/directory/currency'

export const fieldsFilter = scenario(
  'fields-filter',
  {
    chapter: 'Routes and URLs',
    asks: 'anyone asks for fields that there are not, or in a way that cannot be read',
    records: ['unfiltered', 'empty filter', 'unknown field', 'unreadable filter', 'filtered scalar', 'filtered error'],
  },
  async ({ ask, account }) => {
    await ask('unfiltered', get(path))
    await ask('empty filter', get(`${path}?fields=`))
    await ask('unknown field', get(`${path}?fields=nothing_of_this_name`))
    await ask('unreadable filter', get(`${path}?fields=base_currency_code,exchange_rates[rate`))
    const question = isAvailable(account().email)
    await ask('filtered scalar', { ...question, path: `${question.path}?fields=id` })
    await ask('filtered error', get(`/V1/${randomLetters(12)}?fields=id`))
  },
)
