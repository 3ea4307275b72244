import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'
import { isAvailable } from './anyone.ts'

const path = '/V1/customers/me'

export const accept = scenario(
  'accept',
  {
    chapter: 'Content negotiation',
    asks: 'the same question wants its answer in JSON, in XML, in anything, and in a format that the API does not have',
    records: [
      'JSON with charset',
      'anything',
      'nothing',
      'a script’s list',
      'unknown type first',
      'XML',
      'a browser’s list',
      'XML preferred by weight',
      'refusal in XML',
      'HTML',
      'HTML of an unknown route',
    ],
  },
  async ({ ask, account }) => {
    const { email } = account()
    const wanting = (type: string) => isAvailable(email, { headers: { accept: type } })
    await ask('JSON with charset', wanting('application/json; charset=utf-8'))
    await ask('anything', wanting('*/*'))
    await ask('nothing', wanting(''))
    await ask('a script’s list', wanting('application/json, text/plain, */*'))
    await ask('unknown type first', wanting('application/problem+json, application/json'))
    await ask('XML', wanting('application/xml'))
    await ask('a browser’s list', wanting('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'))
    await ask('XML preferred by weight', wanting('application/json;q=0.5, application/xml'))
    await ask('refusal in XML', get(path, { headers: { accept: 'application/xml' } }))
    await ask('HTML', wanting('text/html'))
    await ask('HTML of an unknown route', get(`/V1/${randomLetters(12)}`, { headers: { accept: 'text/html' } }))
  },
)
