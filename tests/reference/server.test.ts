import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'

const main = fileURLToPath(new URL('../../reference/main.ts', import.meta.url))
const tsx = fileURLToPath(new URL('../../node_modules/.bin/tsx', import.meta.url))

/** Runs the command until it ends or reports that it is ready. */
function run(...commandLine: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(tsx, [main, ...commandLine])
    let output = ''
    const listen = (chunk: Buffer) => {
      output += chunk
      if (output.includes('Ctrl+C')) child.kill('SIGTERM')
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('close', (code) => resolve({ code, output }))
  })
}

describe('startReference', () => {
  let reference: Reference
  beforeAll(async () => {
    reference = await startReference({ release: '2.4.7-p6' })
  })
  afterAll(() => reference.close())

  it('answers on its URL, and its administrator token works', async () => {
    const headers = { authorization: `Bearer ${reference.admin.token}` }
    const answer = await fetch(`${reference.url}/rest/V1/customers/search?searchCriteria`, { headers })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ items: [], total_count: 0 })
  })

  it('keeps the admin token valid, and shows its own time', async () => {
    reference.clock.advance(365 * 86400)
    const headers = { authorization: `Bearer ${reference.admin.token}` }
    const answer = await fetch(`${reference.url}/rest/V1/customers/1`, { headers })
    expect(answer.status).toBe(404)
    expect(Date.parse(answer.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(364 * 86400_000)
  })

  it('sends links to itself in mails', async () => {
    const customer = { email: 'jane@example.com', firstname: 'Jane', lastname: 'Doe' }
    await fetch(`${reference.url}/rest/V1/customers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ customer, password: 'Password1' }),
    })
    expect(reference.outbox.to('JANE@example.com')[0]?.html).toContain(
      `"${reference.url}/customer/account/createPassword/?id=1&token=`,
    )
  })

  it('answers HEAD without a body', async () => {
    const answer = await fetch(`${reference.url}/rest/V1/customers/me`, { method: 'HEAD' })
    expect([answer.status, answer.headers.get('content-length')]).toEqual([405, '0'])
  })
})

describe('npm run reference', () => {
  it('prints its URL and how to stop it', async () => {
    const { output } = await run('--release', '2.4.1', '--port', '0', '--set', 'customer/create_account/confirm=1')
    expect(output).toMatch(/Magento 2\.4\.1: customer accounts at http:\/\/127\.0\.0\.1:\d+\/rest\/default\/V1/)
    expect(output).toMatch(/admin token {3}[a-z0-9]{32} /)
  })

  it.each([
    [['--release', '2.4'], '"2.4" is not a Magento release'],
    [['--port', 'x'], '"x" is no port: give a number from 0 to 65535'],
    [['--set', 'confirm'], '--set confirm: write it as path=value'],
    [['--fault', 'revoked-for-a-wile'], 'unknown fault. Did you mean revoked-for-a-while?'],
    [['--colour'], "Unknown option '--colour'"],
  ])('refuses %j', async (commandLine, text) => {
    const { code, output } = await run(...commandLine)
    expect(output).toContain(text)
    expect(code).toBe(2)
  })
})
