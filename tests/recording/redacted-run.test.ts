import { expect, test } from 'vitest'
import { directTarget } from '../../faults/direct-target.ts'
import { allFaults } from '../../specs/faults.ts'
import { Redactor } from '../../src/recording/redact.ts'
import { record, red } from '../support/run.ts'

/** Faults that disclose a secret: the recording has a placeholder, which must be judged like the secret. */
const exposing = ['password-echoed', 'password-in-a-header', 'token-in-the-profile', 'hash-in-the-profile']

test.each(exposing)('with placeholders for every secret the verdicts are the same: %s', async (id) => {
  const fault = allFaults.find((one) => one.id === id)
  if (!fault) throw new Error(`there is no fault "${id}"`)
  const target = await directTarget({ changes: [fault.change] })
  const recording = await record({ ...target, redactor: new Redactor() })
  expect(red(recording).map((result) => result.id)).toEqual(
    red(await record({ changes: [fault.change] })).map((result) => result.id),
  )
})

test('a recording contains no sent password or token', async () => {
  const secrets = new Set<string>()
  class Spy extends Redactor {
    override learn(secret: string): void {
      if (secret.length >= 6) secrets.add(secret)
      super.learn(secret)
    }
  }
  const recording = await record({ ...(await directTarget()), redactor: new Spy() })
  const text = JSON.stringify(
    recording.exchanges.map(({ data }) => [
      data.request.url,
      data.request.headers,
      data.request.body?.toString(),
      data.response.headers,
      data.response.body.toString(),
    ]),
  )
  expect(secrets.size).toBeGreaterThan(100)
  expect([...secrets].filter((secret) => text.includes(secret))).toEqual([])
})
