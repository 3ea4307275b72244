import { everyRelease } from '../../release/index.ts'
import type { Requirement } from '../../src/judge/requirement.ts'
import { Exchange } from '../../src/recording/exchange.ts'
import type { Recording, ScenarioOutcome } from '../../src/recording/recording.ts'

/** Returns an exchange from literals. */
export function exchange(
  name: string,
  status: number,
  body: string,
  headers: [string, string][] = [['Content-Type', 'application/json; charset=utf-8']],
): Exchange {
  return new Exchange({
    scenario: 'literal',
    name,
    startedAt: '2026-11-23T12:00:00.000Z',
    time: 1,
    request: {
      method: 'POST',
      url: 'http://shop.test/rest/default/V1/x',
      headers: [['content-type', 'application/json']],
      body: Buffer.from('{"a":"it\'s"}'),
    },
    response: { status, statusText: '', httpVersion: 'HTTP/1.1', headers, body: Buffer.from(body) },
  })
}

/** Returns a recording of one scenario named `literal`. */
export function recording(exchanges: readonly Exchange[], halt?: ScenarioOutcome['halt']): Recording {
  return {
    meta: {
      suiteVersion: '0.0.0',
      target: 'http://shop.test',
      embedded: false,
      store: 'default',
      magentoVersion: undefined,
      release: { name: '2.4.7', source: 'stated' },
      powers: [],
      probes: {},
      startedAt: '2026-11-23T12:00:00.000Z',
      requests: 2,
      performedMs: 1200,
    },
    exchanges,
    mails: [],
    outcomes: [{ scenario: 'literal', ...(halt ? { halt } : {}) }],
  }
}

/** Returns a requirement from literals. */
export function requirement(check: Requirement['check'], changes: Partial<Requirement> = {}): Requirement {
  return {
    id: 'X-01',
    own: false,
    level: 'must',
    advice: false,
    leak: false,
    chapter: 'Literal',
    why: 'Clients break.',
    sentence: 'something holds',
    source: [{ kind: 'documentation', at: 'a page' }],
    in: everyRelease,
    unless: [],
    next: undefined,
    scenario: 'literal',
    rests: [],
    profile: 'full',
    needs: [],
    check,
    ...changes,
  }
}
