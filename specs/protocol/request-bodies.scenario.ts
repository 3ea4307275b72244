import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { isAvailableRaw } from './anyone.ts'

const json = { 'content-type': 'application/json' }
const broken = { body: '{"customer": {', headers: json }
const sixteenKilobytes = 16_384
const currency = '/V1/directory/currency'

export const requestBodies = scenario(
  'request-bodies',
  {
    chapter: 'Request bodies',
    asks: 'requests have malformed, unusual, empty or missing bodies, some with further errors',
  },
  async function* ({ ask, account }) {
    const { email } = account()
    const whole = JSON.stringify({ customerEmail: email })
    const raw = (body: string | Buffer) => isAvailableRaw(body, 'application/json')
    yield* ask('cut off', raw(whole.slice(0, -1)))
    yield* ask('comma too many', raw(whole.replace('}', ',}')))
    yield* ask('not UTF-8', raw(Buffer.from(whole.replace('@', '\u00e9@'), 'latin1')))
    yield* ask('sixteen kilobytes', raw(`${' '.repeat(sixteenKilobytes)}${whole}`))
    yield* ask('byte order mark', raw(`\ufeff${whole}`))
    yield* ask('600 levels deep', raw(`{"customerEmail":${'['.repeat(600)}${']'.repeat(600)}}`))
    yield* ask('number', raw('5'))
    yield* ask('null', raw('null'))
    yield* ask('list', raw('[1,2]'))
    yield* ask('empty', raw(''))
    yield* ask('empty without a type', isAvailableRaw('', undefined))
    yield* ask('XML cut off', isAvailableRaw('<request><customerEmail>', 'application/xml'))
    yield* ask('broken, bad token', put('/V1/customers/me', undefined, { ...broken, token: 'none' }))
    yield* ask('broken, unknown route', post(`/V1/${randomLetters(12)}`, undefined, broken))
    yield* ask('broken on GET', get(currency, broken))
    yield* ask('whole on GET', get(currency, { body: whole, headers: json }))
  },
)
