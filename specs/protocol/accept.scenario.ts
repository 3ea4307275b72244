import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'
import { isAvailable } from './anyone.ts'

const path = '/V1/customers/me'

export const accept = scenario(
  'accept',
  {
    chapter: 'Content negotiation',
    asks: 'the same request is sent with `Accept` for JSON, XML, any type, and unsupported types',
  },
  async function* ({ ask, account }) {
    const { email } = account()
    const wanting = (type: string) => isAvailable(email, { headers: { accept: type } })
    yield* ask('JSON with charset', wanting('application/json; charset=utf-8'))
    yield* ask('anything', wanting('*/*'))
    yield* ask('nothing', wanting(''))
    yield* ask('a script’s list', wanting('application/json, text/plain, */*'))
    yield* ask('unknown type first', wanting('application/problem+json, application/json'))
    yield* ask('XML', wanting('application/xml'))
    yield* ask('a browser’s list', wanting('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'))
    yield* ask('XML preferred by weight', wanting('application/json;q=0.5, application/xml'))
    yield* ask('refusal in XML', get(path, { headers: { accept: 'application/xml' } }))
    yield* ask('HTML', wanting('text/html'))
    yield* ask('HTML of an unknown route', get(`/V1/${randomLetters(12)}`, { headers: { accept: 'text/html' } }))
  },
)
