import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { type Ask, del, get, post, put } from '../../src/target/client/request.ts'

const elsewhere = { headers: { origin: 'https://other.example' } }

export const routeMatching = scenario(
  'route-matching',
  {
    chapter: 'Routes and URLs',
    asks: 'a guest calls routes and methods that do not exist, or that mean something else than they seem to',
    records: [
      'unknown route',
      'list of customers',
      'token by PUT',
      'profile by POST',
      'own addresses by GET',
      'own addresses by POST',
      'password as an id',
      'resetPassword as an id',
      'own account by DELETE',
      'PATCH',
      'OPTIONS',
      'HEAD',
    ],
  },
  async ({ ask }) => {
    await ask('unknown route', get(`/V1/${randomLetters(12)}`))
    await ask('list of customers', get('/V1/customers'))
    await ask('token by PUT', put('/V1/integration/customer/token', {}))
    await ask('profile by POST', post('/V1/customers/me', {}))
    await ask('own addresses by GET', get('/V1/customers/me/addresses'))
    await ask('own addresses by POST', post('/V1/customers/me/addresses', {}))
    await ask('password as an id', get('/V1/customers/password'))
    await ask('resetPassword as an id', put('/V1/customers/resetPassword', {}))
    await ask('own account by DELETE', del('/V1/customers/me'))
    await ask('PATCH', { method: 'PATCH', path: '/V1/customers', json: {} } satisfies Ask)
    await ask('OPTIONS', { method: 'OPTIONS', path: '/V1/customers', ...elsewhere })
    await ask('HEAD', { method: 'HEAD', path: '/V1/customers/me' })
  },
  async ({ ask }) => {
    await ask('unknown route', get(`/V1/${randomLetters(12)}`))
  },
)
