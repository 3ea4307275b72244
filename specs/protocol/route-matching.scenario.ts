import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { type Ask, del, get, post, put } from '../../src/target/client/request.ts'
import { anotherSite } from '../shared/another-site.ts'

/** A preflight request, as a browser sends it for a page of another site. */
export const elsewhere = { headers: { origin: anotherSite } }

export const routeMatching = scenario(
  'route-matching',
  {
    chapter: 'Routes and URLs',
    asks: 'a guest calls routes and methods that do not exist, or that match another route than expected',
  },
  async function* ({ ask }) {
    yield* ask('unknown route', get(`/V1/${randomLetters(12)}`))
    yield* ask('list of customers', get('/V1/customers'))
    yield* ask('token by PUT', put('/V1/integration/customer/token', {}))
    yield* ask('profile by POST', post('/V1/customers/me', {}))
    yield* ask('own addresses by GET', get('/V1/customers/me/addresses'))
    yield* ask('own addresses by POST', post('/V1/customers/me/addresses', {}))
    yield* ask('password as an id', get('/V1/customers/password'))
    yield* ask('resetPassword as an id', put('/V1/customers/resetPassword', {}))
    yield* ask('own account by DELETE', del('/V1/customers/me'))
    yield* ask('PATCH', { method: 'PATCH', path: '/V1/customers', json: {} } satisfies Ask)
    yield* ask('OPTIONS', { method: 'OPTIONS', path: '/V1/customers', ...elsewhere })
    yield* ask('HEAD', { method: 'HEAD', path: '/V1/customers/me' })
  },
  async function* ({ ask }) {
    yield* ask('unknown route', get(`/V1/${randomLetters(12)}`))
  },
)
