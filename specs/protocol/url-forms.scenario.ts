import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'
import { anotherSite } from '../shared/another-site.ts'
import { isAvailable } from './anyone.ts'

const path = '/V1/customers/isEmailAvailable'

export const urlForms = scenario(
  'url-forms',
  {
    chapter: 'Routes and URLs',
    asks: 'the same request is sent to different forms of its URL',
  },
  async function* ({ ask, account }) {
    const { email } = account()
    const question = isAvailable(email)
    yield* ask('with the store’s code', question)
    yield* ask('without a store code', { ...question, store: null })
    yield* ask('store code all', { ...question, store: 'all' })
    yield* ask('below index.php', { ...question, path: `/index.php/rest${path}`, from: 'base' })
    yield* ask('unknown store code', { ...question, store: `no_${randomLetters(12)}` })
    yield* ask('store code admin', { ...question, store: 'admin' })
    yield* ask('store code in capitals', { ...question, store: 'DEFAULT' })
    yield* ask('unknown version', { ...question, path: path.replace('V1', 'V2') })
    yield* ask('version in lower case', { ...question, path: path.replace('V1', 'v1') })
    yield* ask('route in other case', { ...question, path: path.replace('customers', 'Customers') })
    yield* ask('trailing slash', { ...question, path: `${path}/` })
    yield* ask('double slash', { ...question, path: path.replace('V1/', 'V1//') })
    yield* ask('headers of browsers and tools', {
      ...question,
      headers: {
        origin: anotherSite,
        'x-requested-with': 'XMLHttpRequest',
        'x-http-method-override': 'GET',
        'x-http-method': 'GET',
        'x-method-override': 'GET',
      },
    })
    yield* ask('escaped variable', get('/V1/customers/a%2Bb/password/resetLinkToken/none'))
  },
)
