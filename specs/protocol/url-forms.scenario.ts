import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'
import { isAvailable } from './anyone.ts'

const path = '/V1/customers/isEmailAvailable'

export const urlForms = scenario(
  'url-forms',
  {
    chapter: 'Routes and URLs',
    asks: 'one and the same question goes to it under every form of URL',
    records: [
      'with the store’s code',
      'without a store code',
      'store code all',
      'below index.php',
      'unknown store code',
      'store code admin',
      'store code in capitals',
      'unknown version',
      'version in lower case',
      'route in other case',
      'trailing slash',
      'double slash',
      'headers of browsers and tools',
      'escaped variable',
    ],
  },
  async ({ ask, account }) => {
    const { email } = account()
    const question = isAvailable(email)
    await ask('with the store’s code', question)
    await ask('without a store code', { ...question, store: null })
    await ask('store code all', { ...question, store: 'all' })
    await ask('below index.php', { ...question, path: `/index.php/rest${path}`, from: 'base' })
    await ask('unknown store code', { ...question, store: `no_${randomLetters(12)}` })
    await ask('store code admin', { ...question, store: 'admin' })
    await ask('store code in capitals', { ...question, store: 'DEFAULT' })
    await ask('unknown version', { ...question, path: path.replace('V1', 'V2') })
    await ask('version in lower case', { ...question, path: path.replace('V1', 'v1') })
    await ask('route in other case', { ...question, path: path.replace('customers', 'Customers') })
    await ask('trailing slash', { ...question, path: `${path}/` })
    await ask('double slash', { ...question, path: path.replace('V1/', 'V1//') })
    await ask('headers of browsers and tools', {
      ...question,
      headers: {
        origin: 'https://other.example',
        'x-requested-with': 'XMLHttpRequest',
        'x-http-method-override': 'GET',
        'x-http-method': 'GET',
        'x-method-override': 'GET',
      },
    })
    await ask('escaped variable', get('/V1/customers/a%2Bb/password/resetLinkToken/none'))
  },
)
