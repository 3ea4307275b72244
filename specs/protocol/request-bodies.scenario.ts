import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { isAvailableRaw } from './anyone.ts'

const json = { 'content-type': 'application/json' }
const broken = { body: '{"customer": {', headers: json }
const currency = '/V1/directory/currency'

export const requestBodies = scenario(
  'request-bodies',
  {
    chapter: 'Request bodies',
    asks: 'bodies come broken, in odd forms, empty and not at all, and with other things wrong besides',
    records: [
      'cut off',
      'comma too many',
      'not UTF-8',
      'byte order mark',
      '600 levels deep',
      'number',
      'null',
      'list',
      'empty',
      'empty without a type',
      'XML cut off',
      'broken, bad token',
      'broken, unknown route',
      'broken on GET',
      'whole on GET',
    ],
  },
  async ({ ask, account }) => {
    const { email } = account()
    const whole = JSON.stringify({ customerEmail: email })
    const raw = (body: string | Buffer) => isAvailableRaw(body, 'application/json')
    await ask('cut off', raw(whole.slice(0, -1)))
    await ask('comma too many', raw(whole.replace('}', ',}')))
    await ask('not UTF-8', raw(Buffer.from(whole.replace('@', '\u00e9@'), 'latin1')))
    await ask('byte order mark', raw(`\ufeff${whole}`))
    await ask('600 levels deep', raw(`{"customerEmail":${'['.repeat(600)}${']'.repeat(600)}}`))
    await ask('number', raw('5'))
    await ask('null', raw('null'))
    await ask('list', raw('[1,2]'))
    await ask('empty', raw(''))
    await ask('empty without a type', isAvailableRaw('', undefined))
    await ask('XML cut off', isAvailableRaw('<request><customerEmail>', 'application/xml'))
    await ask('broken, bad token', put('/V1/customers/me', undefined, { ...broken, token: 'none' }))
    await ask('broken, unknown route', post(`/V1/${randomLetters(12)}`, undefined, broken))
    await ask('broken on GET', get(currency, broken))
    await ask('whole on GET', get(currency, { body: whole, headers: json }))
  },
)
