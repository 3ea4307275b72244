import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { readRecording } from '../../src/cli/read-file.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { curl } from '../../src/report/curl/curl.ts'
import { operationIn } from '../../src/report/findings/by-place.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'
import { needs } from '../support/needs.ts'

let recording: Recording
let reference: Reference

beforeAll(async () => {
  const folder = newFolder()
  expect((await contractHere(['--reference', '--out', folder])).code).toBe(0)
  recording = readRecording(join(folder, 'recording.har'))
  reference = await startReference()
})
afterAll(() => reference.close())

const password = 'Own-Pass1!'
let count = 0

/** A customer with an address, and the values that a reader of the script knows. */
async function newCustomer(wantsReset: boolean): Promise<Record<string, string>> {
  const email = `reader-${++count}@example.com`
  const address = { firstname: 'A', lastname: 'B', city: 'C', postcode: '10755', street: ['1'], telephone: '1' }
  const addresses = [{ ...address, country_id: 'US', region: { region_code: 'NY', region_id: 43 } }]
  const customer = { email, firstname: 'A', lastname: 'B', addresses }
  const ask = async (method: string, path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch(`${reference.url}/rest/default${path}`, { method, headers, body: JSON.stringify(body) })).json()
  }
  const { id, addresses: kept } = (await ask('POST', '/V1/customers', { customer, password })) as {
    id: number
    addresses: [{ id: number }]
  }
  if (wantsReset) await ask('PUT', '/V1/customers/password', { email, template: 'email_reset' })
  const token = reference.shop.store.customers.get(id)?.resetToken
  return {
    EMAIL: email,
    PASSWORD: password,
    CUSTOMER_ID: String(id),
    ADDRESS_ID: String(kept[0].id),
    RESET_TOKEN: token ?? '',
    ADMIN_USERNAME: 'admin',
    ADMIN_PASSWORD: 'Admin123',
  }
}

const sh = (script: string, environment: Record<string, string>) =>
  new Promise<{ stdout: string; stderr: string }>((resolve) => {
    const env = { PATH: process.env.PATH, NO_PROXY: '*', ...environment }
    execFile('sh', ['-c', script], { env, encoding: 'latin1' }, (_, stdout, stderr) => resolve({ stdout, stderr }))
  })

const scriptOf = (exchange: Exchange) =>
  curl(exchange, recording, 'X-01').replaceAll(recording.meta.target, reference.url)

/** One exchange for every way to make a script, and for every kind of response. */
function ofEveryKind(): [string, Exchange][] {
  const kinds = new Map<string, Exchange>()
  for (const exchange of recording.exchanges) {
    const script = curl(exchange, recording, 'X-01')
    // A script states the effects of earlier steps or of time, and does not repeat them.
    if (exchange.data.evidence || /^echo /m.test(script)) continue
    const { status, data } = exchange
    const made = new Set(script.match(/\$\{?[A-Z_]+[^:}" ]*|printf|tr [^"]*|--?[a-z][a-z-]*|Basic|bearer/g))
    kinds.set(`${data.request.method} ${status} ${[...made].sort().join(' ')}`, exchange)
  }
  return [...kinds]
}

needs({ curl: 'curl' })('a script for a request', () => {
  test('gets the same status as in the run, with the reader’s own customer', async () => {
    const kinds = ofEveryKind()
    expect(kinds.length).toBeGreaterThan(40)
    const wrong: string[] = []
    for (const [, exchange] of kinds) {
      const script = scriptOf(exchange)
      const own = await newCustomer(script.includes('$RESET'))
      const others = script.includes('OTHER_') ? await newCustomer(script.includes('$OTHER_RESET')) : {}
      const other = Object.fromEntries(Object.entries(others).map(([name, value]) => [`OTHER_${name}`, value]))
      const { stdout, stderr } = await sh(script, { ...own, ...other })
      const status = /^HTTP\/1\.1 (\d+)/.exec(stdout)?.[1]
      if (status !== String(exchange.status))
        wrong.push(
          `${exchange.data.scenario} “${exchange.name}” ${exchange.status}: ${status} ${stderr}\n${script}\n${stdout}`,
        )
    }
    expect(wrong).toEqual([])
  })

  test('names the variables that it needs, and sends nothing without them', async () => {
    const wanting = ofEveryKind().find(([kind]) => kind.includes('$TOKEN'))?.[1] as Exchange
    const { stdout, stderr } = await sh(scriptOf(wanting), {})
    expect(stdout).toBe('')
    expect(stderr).toMatch(/EMAIL: set TOKEN, or EMAIL and PASSWORD, of a customer/)
  })

  test('has the same operation for findings as the single line', () => {
    for (const exchange of recording.exchanges) {
      const { method, url } = exchange.data.request
      expect(operationIn(curl(exchange, recording))).toBe(
        operationIn(`curl -i${method === 'HEAD' ? ' -I' : ` -X ${method}`} '${url}'`),
      )
    }
  })
})
