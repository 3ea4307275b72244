import { expect, test } from 'vitest'
import { consoleReport } from '../../src/report/console.ts'
import { htmlReport } from '../../src/report/html/report-page.ts'
import { markdown } from '../../src/report/markdown.ts'
import { open, refusalToOpen } from '../support/open.ts'
import { serve } from '../support/serve.ts'
import { notHolding, reportAs } from './shape-run.ts'
import { type Answer, type Breaking, serveStateless } from './stateless.ts'

test.each(['2.3.0', '2.3.7-p4', '2.4.1', '2.4.3', '2.4.5', '2.4.7-p6', '2.4.8-p1'])(
  'a mock without state that answers as %s did earns profile shape, with every requirement of it',
  async (release) => {
    const report = await shapeOf(release)
    expect(notHolding(report)).toEqual([])
    expect(report.earned).toEqual(['shape'])
    expect(report.conformant).toBe('as far as tested')
    expect(report.exitCode).toBe(0)
  },
)

test('the same mock earns no more: it cannot pass requirements about several requests', async () => {
  const report = await shapeOf('2.4.7-p6', undefined, 'behaviour')
  expect(report.earned).toEqual([])
  expect(report.conformant).toBe('no')
})

/** Broken mocks, with the requirements of profile shape that fail. */
const broken: Record<string, { breaking: Breaking; red: string }> = {
  'leaves out the addresses': {
    breaking: on('POST /V1/customers', leftOut('addresses')),
    red: 'CREATE-01 CREATE-03 CREATE-04 WHOLE-01',
  },
  'gives the id as text': { breaking: on('GET /V1/customers/me', set('id', '2')), red: 'OBJECT-03 WHOLE-01' },
  'answers 201 to a registration': {
    breaking: on('POST /V1/customers', status(200, 201)),
    red: 'CREATE-01 OBJECT-03 TOKEN-01 TOKEN-03 TOKEN-05 TOKEN-07 TOKEN-17 TOKEN-23 TOKEN-24 RESET-01 RESET-47 RESET-49 RESET-50 RESET-51 RESET-52 CHANGE-03 CHANGE-06 CHANGE-07 CHANGE-08 ERROR-07 PROFILE-11 PROFILE-12 PROFILE-13 PROFILE-15',
  },
  'answers the token within an object': {
    breaking: on('POST /V1/integration/customer/token', (answer) =>
      answer.status === 200 ? { ...answer, body: `{"token":${answer.body}}` } : answer,
    ),
    red: 'OBJECT-03 TOKEN-01 TOKEN-03 TOKEN-05 TOKEN-07 TOKEN-17 REVOKE-04 CHANGE-03 CHANGE-06 CHANGE-07 PROFILE-11 PROFILE-12 PROFILE-13',
  },
  'gives a token for any credentials': {
    breaking: on('POST /V1/integration/customer/token', (answer) => (answer.status === 401 ? aToken(answer) : answer)),
    red: 'TOKEN-17 HEAD-03',
  },
  'shows the profile to anybody': {
    breaking: on('GET /V1/customers/me', status(401, 200)),
    red: 'ACCESS-01 WHOLE-01 HEAD-03',
  },
  'refuses with problem details': {
    breaking: problems,
    red: 'CREATE-13 CREATE-14 CREATE-15 CREATE-16 CREATE-17 CREATE-19 CREATE-42 VALID-01 TOKEN-17 TOKEN-23 TOKEN-24 ACCESS-01 REVOKE-03 RESET-47 RESET-49 RESET-50 RESET-51 RESET-52 CHANGE-03 CHANGE-06 CHANGE-07 CHANGE-08 ROUTE-12 ERROR-01 HEAD-01 PROFILE-11 PROFILE-12 PROFILE-13 PROFILE-15 AVAILABLE-04 AVAILABLE-06 DEFAULT-04',
  },
  'names no charset': { breaking: header('Content-Type', 'application/json'), red: 'HEAD-01' },
  'lets caches keep its answers': { breaking: header('Cache-Control', 'public, max-age=60'), red: 'HEAD-02 HEAD-08' },
  'answers 422 in the place of 400': {
    breaking: status(400, 422),
    red: 'CREATE-13 CREATE-14 CREATE-15 CREATE-16 CREATE-17 CREATE-42 VALID-01 TOKEN-23 TOKEN-24 RESET-47 RESET-49 RESET-50 RESET-51 RESET-52 CHANGE-06 CHANGE-07 ERROR-07 PROFILE-11 PROFILE-12 PROFILE-13 AVAILABLE-04 AVAILABLE-06',
  },
  'has every route': { breaking: status(404, 200), red: 'ROUTE-12 HEAD-03' },
  'takes any reset token': {
    breaking: (answer, key) => (key.includes('resetLinkToken') ? { ...answer, status: 200, body: 'true' } : answer),
    red: 'RESET-47 HEAD-03',
  },
  'repeats the password': {
    breaking: on('POST /V1/customers', set('password', 'Password1')),
    red: 'CREATE-01 WHOLE-01 SAFE-03',
  },
}

test.each(Object.entries(broken))('a mock that %s does not earn it', async (_, { breaking, red }) => {
  const report = await shapeOf('2.4.7-p6', breaking)
  expect(report.earned).toEqual([])
  expect(
    notHolding(report)
      .map((line) => line.split(' ')[0])
      .join(' '),
  ).toBe(red)
})

async function shapeOf(release: string, breaking?: Breaking, profile: 'shape' | 'behaviour' = 'shape') {
  const mock = await serveStateless(release, breaking)
  const { target } = await open({ MAGENTO_BASE_URL: mock.url, MAGENTO_RELEASE: release, MAGENTO_MAX_WAIT: '0' })
  try {
    return await reportAs(profile, target)
  } finally {
    await target.close()
    await mock.close()
  }
}

function on(route: string, breaking: Breaking): Breaking {
  return (answer, key) => (key === route ? breaking(answer, key) : answer)
}

function status(from: number, to: number): Breaking {
  return (answer) => (answer.status === from ? { ...answer, status: to } : answer)
}

function header(name: string, value: string): Breaking {
  return (answer) => ({
    ...answer,
    headers: answer.headers.map(([own, given]) => [own, own.toLowerCase() === name.toLowerCase() ? value : given]),
  })
}

const onObject = (answer: Answer, change: (body: Record<string, unknown>) => unknown): Answer =>
  answer.status === 200 ? { ...answer, body: JSON.stringify(change(JSON.parse(answer.body))) } : answer

function leftOut(field: string): Breaking {
  return (answer) => onObject(answer, ({ [field]: _, ...rest }) => rest)
}

function set(field: string, value: unknown): Breaking {
  return (answer) => onObject(answer, (body) => ({ ...body, [field]: value }))
}

function problems(answer: Answer): Answer {
  if (answer.status < 400) return answer
  const body = JSON.stringify({ type: 'about:blank', title: 'refused', status: answer.status })
  return header('Content-Type', 'application/problem+json')({ ...answer, body }, '')
}

function aToken(answer: Answer): Answer {
  return { ...answer, status: 200, body: '"eyJraWQiOiIxIiwiYWxnIjoiSFMyNTYifQ.e30.c2ln"' }
}

test('the report says that it has no state, and lists no remaining accounts', async () => {
  const report = await shapeOf('2.4.7-p6')
  expect(report.notes).toEqual([
    'The target has no state: 2 different e-mails were registered as one customer (id 1), so no account is left there.',
  ])
  const left = [{ email: 'contract-1@example.com', id: 1, why: 'no power' }]
  expect(markdown({ ...report, left })).not.toContain('stay on the shop')
  expect([...htmlReport({ ...report, left })].join('')).not.toContain('stays on the shop')
  const text = consoleReport(report)
  expect(text).not.toMatch(/stays on the shop|^accounts/m)
  expect(text.split('\n').slice(-3)).toEqual([
    expect.stringMatching(/^profiles shape earned \(\d+ of \d+ MUST hold\)$/),
    expect.stringMatching(/^budget /),
    expect.stringMatching(/^2\.4\.7-p6: conformant: as far as tested \| \d+ pass, 0 fail, /),
  ])
})

test('for a mock without the path /rest the message names the path', async () => {
  const root = await serve((request, response) => {
    const known = request.url === '/V1/customers/me'
    response.writeHead(known ? 401 : 404, { 'content-type': 'application/json' }).end('{"message":"no"}')
  })
  const refusal = await refusalToOpen({ MAGENTO_BASE_URL: root.url })
  await root.close()
  expect(refusal.message).toMatch(/answers at \/V1\/customers\/me, and a shop does below \/rest/)
})
