import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { scenariosOf, selectRequirements } from '../../src/cli/select.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Result, Verdict } from '../../src/judge/verdict.ts'
import { perform } from '../../src/perform/perform.ts'
import { reportOf } from '../../src/report/report-of.ts'
import { noLedger } from '../../src/target/ledger/ledger.ts'
import { openTarget } from '../../src/target/open.ts'
import { readSettings } from '../../src/target/read-settings.ts'
import { patiently } from '../support/patience.ts'
import { answers, noAnswers } from './behaviours.ts'
import type { Behaviour } from './raw-server.ts'
import { type Choose, type Relay, relayTo } from './relay.ts'

/** Four scenarios that read the profile, six that do not, and requirements about all responses. */
const areas = ['OBJECT', 'TOKEN', 'CREATE', 'VALID', 'HEAD', 'SAFE', 'ERROR']
const asksWho = ['customer-object', 'customer-token', 'create-authority', 'plus-address']

interface Options {
  /** Milliseconds by which a request to the shop is delayed. */
  readonly delay?: number
  readonly only?: readonly string[]
  readonly shopSettings?: Readonly<Record<string, string>>
}

/** Runs the areas against a separate shop behind a relay, so that the tests, which mostly wait, can run in parallel. */
async function run(choose: (relay: Relay) => Choose, { delay = 0, only = areas, shopSettings = {} }: Options = {}) {
  const requirements = selectRequirements(only)
  const shop = await startReference({ settings: { ...shopSettings } })
  const relay: Relay = await relayTo(shop.url, (request, count) => choose(relay)(request, count), delay)
  const settings = {
    MAGENTO_BASE_URL: relay.url,
    MAGENTO_RELEASE: shop.release,
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    MAGENTO_TIMEOUT: patiently(2),
    MAGENTO_CONCURRENCY: '8',
    MAGENTO_CLEANUP_TIMEOUT: '0',
  }
  const target = await openTarget(readSettings(settings, {}, '/nonexistent'))
  try {
    const { recording, accounts } = await perform(target, scenariosOf(requirements), {
      ledger: noLedger,
      mailTimeout: 0,
    })
    const results = judge(recording, requirements)
    const report = reportOf(recording, requirements, results, { accounts })
    return { results, left: accounts.left, report, customers: shop.shop.store.customers.size }
  } finally {
    await target.close()
    relay.close()
    await shop.close()
  }
}

/** A customer reads the own profile. */
const asksMe = ({ method, url, headers }: IncomingMessage) =>
  method === 'GET' && url?.endsWith('/V1/customers/me') === true && headers.authorization !== undefined

const when =
  (behaviour: Behaviour): Choose =>
  (request) =>
    asksMe(request) ? behaviour : undefined

const scenarioOf = (id: string) => selectRequirements([id])[0]?.scenario ?? ''
const of = (results: readonly Result[], verdict: Verdict) => results.filter((result) => result.verdict === verdict)
const words = (results: readonly Result[]) => results.map(({ id, why, actual }) => `${id}: ${why ?? actual}`)
const suiteFailures = (results: readonly Result[]) =>
  words(results).filter((text) => /suite itself failed|RangeError/.test(text))

describe.concurrent('a broken response in the middle of a run is an error of the requirements that read it, not a failure', () => {
  test.each(Object.entries(noAnswers))('%s', async (_, { behaviour }) => {
    const { results, left, report, customers } = await run(() => when(behaviour))
    expect(words([...of(results, 'fail'), ...of(results, 'blocked')])).toEqual([])
    expect(suiteFailures(results)).toEqual([])
    const errors = of(results, 'error').map(({ id }) => id)
    expect(errors).toContain('OBJECT-03')
    expect([...new Set(errors.map(scenarioOf))].filter((name) => !asksWho.includes(name))).toEqual([])
    expect(of(results, 'pass').map(({ id }) => scenarioOf(id))).toContain('validate-email')
    expect(report).toMatchObject({ conformant: 'unknown', exitCode: 3 })
    expect(left).toEqual([])
    expect(customers).toBe(0)
  })
})

describe.concurrent('an unusual response in the middle of a run is judged', () => {
  // The next request on a connection that should stay open gets no response: an error, as above.
  const judged = Object.entries(answers).filter(([name]) => name !== 'keep-alive promised and broken')

  test.each(judged)('%s', async (_, { behaviour }) => {
    const { results, report } = await run(() => when(behaviour))
    expect(words(of(results, 'error'))).toEqual([])
    expect(of(results, 'fail').length).toBeGreaterThan(0)
    expect(report).toMatchObject({ conformant: 'no', exitCode: 1 })
  })
})

describe.concurrent('a shop that becomes unavailable', () => {
  const quiet = (results: readonly Result[]) => {
    expect(words([...of(results, 'fail'), ...of(results, 'blocked')])).toEqual([])
    expect(suiteFailures(results)).toEqual([])
    expect(of(results, 'error').length).toBeGreaterThan(0)
  }
  const maintenance = noAnswers['the HTML 503 of maintenance mode']?.behaviour as Behaviour
  const reset = noAnswers['reset before the answer']?.behaviour as Behaviour

  test('and returns: the scenarios in between are errors, the others are judged, all accounts are deleted', async () => {
    const { results, left, customers } = await run(() => (_, count) => (count > 30 && count <= 36 ? reset : undefined))
    quiet(results)
    expect(of(results, 'pass').length).toBeGreaterThan(10)
    expect(left).toEqual([])
    expect(customers).toBe(0)
  })

  test('briefly, before its setup is known: it is not judged as a different shop', async () => {
    const seen = new Set<string>()
    const briefly: Choose = ({ method, url }) => {
      const first =
        method === 'POST' && /^(.graphql|.rest.default.V1.customers)$/.test(url ?? '') && !seen.has(url ?? '')
      seen.add(url ?? '')
      return first ? reset : undefined
    }
    const { report } = await run(() => briefly, { shopSettings: { 'customer/create_account/confirm': '1' } })
    expect(report.probes).toMatchObject({ 'confirmation required': { value: true } })
    expect(report.counts).toMatchObject({ fail: 0, blocked: 0, error: 0 })
  })

  test('with nobody listening for a while', async () => {
    const { results } = await run((relay) => (_, count) => {
      if (count === 60) relay.pause(50)
      return undefined
    })
    quiet(results)
  })

  test('with maintenance mode until the end: no remaining account is reported as removed', async () => {
    const { results, left, report, customers } = await run(() => (_, count) => (count > 60 ? maintenance : undefined))
    quiet(results)
    expect(report.exitCode).toBe(3)
    expect(left.length).toBeGreaterThan(0)
    expect(left.length).toBeGreaterThanOrEqual(customers)
    expect(left[0]?.why).toMatch(/503 Service Unavailable without JSON/)
  })

  test('with maintenance mode for a moment: the run waits, and judges everything', async () => {
    const { results, left } = await run(() => (_, count) => (count > 30 && count <= 34 ? maintenance : undefined))
    expect(words([...of(results, 'fail'), ...of(results, 'blocked'), ...of(results, 'error')])).toEqual([])
    expect(of(results, 'pass').length).toBeGreaterThan(10)
    expect(left).toEqual([])
  })
})

test('a shop whose responses take nearly the timeout causes no failure', async () => {
  const { results } = await run(() => () => undefined, { delay: 1000, only: ['SCHEMA'] })
  expect(words([...of(results, 'fail'), ...of(results, 'blocked'), ...of(results, 'error')])).toEqual([])
})
