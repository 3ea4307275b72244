import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Reference, startReference } from '../../../reference/index.ts'
import { fileLedger } from '../../../src/target/ledger/ledger.ts'
import { newFolder } from '../../support/command.ts'
import { contractHere } from '../../support/here.ts'
import { patiently } from '../../support/patience.ts'
import { serve } from '../../support/serve.ts'

let shop: Reference
let path: string
beforeEach(async () => {
  shop = await startReference({ release: '2.4.7-p6' })
  path = join(newFolder(), 'ledger.jsonl')
})
afterEach(() => shop.close())

async function register(email: string): Promise<number> {
  const customer = { email, firstname: 'Jane', lastname: 'Doe' }
  const answer = await fetch(`${shop.url}/rest/V1/customers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customer, password: 'Password1!' }),
  })
  return ((await answer.json()) as { id: number }).id
}

const written = (
  email: string,
  events: ('creating' | 'created' | 'refused' | 'kept')[],
  id?: number,
  target = shop.url,
) => {
  const ledger = fileLedger(path, target)
  for (const event of events) ledger.write({ event, email, ...(event === 'created' && id !== undefined ? { id } : {}) })
  ledger.close()
}

const sweep = (environment: Record<string, string> = {}, url = shop.url, args: string[] = [], ledger = path) =>
  contractHere(['sweep', '--ledger', ledger, '--url', url, ...args], {
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    MAGENTO_TIMEOUT: patiently(1),
    ...environment,
  })
const addresses = () => [...shop.shop.store.customers.values()].map(({ email }) => email)

test('deletes by id and by exact address, and no account that the shop shows under another address', async () => {
  const bystander = await register('somebody@example.com')
  const other = await register('contract-0123456789-10@example.com.example.net')
  written(
    'contract-0123456789-1@example.com',
    ['creating', 'created'],
    await register('contract-0123456789-1@example.com'),
  )
  await register('Contract-0123456789-2@example.com')
  written('contract-0123456789-2@example.com', ['creating'])
  // A shop with wrong ids: of two accounts with one id, the first counts as having a changed e-mail.
  written('contract-0123456789-3@example.com', ['creating', 'created'], bystander)
  await register('contract-0123456789-4@example.com')
  written('contract-0123456789-4@example.com', ['creating', 'created'], bystander)
  written('contract-0123456789-5@example.com', ['creating', 'created'], 4711)
  written('contract-0123456789-6@example.com', ['creating', 'refused'])
  written('contract-0123456789-7@example.com', ['creating'])
  written('unmarked@example.com', ['creating', 'created'], other)
  const first = await sweep()
  expect(first.stderr).toBe('')
  expect(addresses()).toEqual(['somebody@example.com', 'contract-0123456789-10@example.com.example.net'])
  expect(first.stdout).toMatch(/contract-0123456789-10@example\.com\.example\.net \(id 2\)/)
  expect(first.stdout).toMatch(/^created 6, removed 5, left 1 \(on .*: no registration of it was written down\)$/m)
  const again = await sweep()
  expect(again.stdout).toMatch(/^created 5, removed 5, left 0$/m)
  expect([first.code, again.code]).toEqual([1, 0])
})

test('an account that changed its e-mail is found under both, even if the run was killed in between', async () => {
  const moved = 'contract-0123456789-2@example.com'
  const id = await register(moved)
  written('contract-0123456789-1@example.com', ['creating', 'created'], id)
  written(moved, ['creating'])
  const { code } = await sweep()
  expect([code, addresses()]).toEqual([0, []])

  const later = await register('contract-0123456789-4@example.com')
  written('contract-0123456789-3@example.com', ['creating', 'created'], later)
  written('contract-0123456789-4@example.com', ['creating', 'created'], later)
  const { stdout } = await sweep()
  expect(addresses()).toEqual([])
  expect(stdout).toMatch(/^created (\d+), removed \1, left 0$/m)
})

test('accounts that cannot be deleted are listed with the reason, and it ends with 1', async () => {
  const id = await register('contract-0123456789-1@example.com')
  written('contract-0123456789-1@example.com', ['creating', 'created'], id)
  const { code, stdout } = await sweep({ MAGENTO_ADMIN_TOKEN: '' })
  expect(stdout).toContain(`  contract-0123456789-1@example.com (id ${id})\n`)
  expect(stdout).toMatch(/^created 1, removed 0, left 1 \(on http:.*: the run has no administrative access\)$/m)
  expect(code).toBe(1)
})

test('an account that is shown after its deletion is reported', async () => {
  await shop.close()
  shop = await startReference({
    release: '2.4.7-p6',
    changes: [
      (changed) => {
        changed.operations['customer.delete'] = () => true
      },
    ],
  })
  written('contract-0123456789-1@example.com', ['created'], await register('contract-0123456789-1@example.com'))
  const { code, stdout } = await sweep()
  expect(stdout).toMatch(/left 1 \(on .*: the shop reported the deletion, but still returns the account\)$/m)
  expect(code).toBe(1)
})

test('accounts of another target are named and not changed', async () => {
  const id = await register('contract-0123456789-1@example.com')
  written('contract-0123456789-1@example.com', ['created'], id, 'https://other.example.com')
  const { code, stdout } = await sweep()
  expect(stdout).toMatch(/lists 1 of another target, which stay: .* --url https:\/\/other\.example\.com --ledger /m)
  expect(stdout).toMatch(/^created 0, removed 0, left 0$/m)
  expect([code, addresses().length]).toEqual([1, 1])
})

test.each<[string, () => Promise<{ code: number; stderr: string }>, RegExp]>([
  ['no target', () => contractHere(['sweep', '--ledger', path]), /sweep needs the target/],
  ['no ledger', () => sweep(), /there is no ledger ".*": name one with --ledger/],
  ['an operand', () => contractHere(['sweep', 'x.jsonl']), /sweep takes no file/],
])('%s ends with 2', async (_, ended, message) => {
  const { code, stderr } = await ended()
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
})

test('a ledger that cannot be written ends the run with 2 before anything is created', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  const { code, stderr } = await contractHere(['--url', shop.url, '--out', newFolder()], {
    MAGENTO_LEDGER: join(file, 'ledger.jsonl'),
  })
  expect(stderr).toMatch(/the ledger ".*" cannot be written: /)
  expect([code, addresses()]).toEqual([2, []])
})

test('an account is deleted even if the shop refused its registration but created it', async () => {
  await shop.close()
  shop = await startReference({
    release: '2.4.7-p6',
    changes: [
      (changed) => {
        changed.onAnswer((call, answer) =>
          call.route?.operation === 'customer.create' && answer.status === 200 ? { ...answer, status: 400 } : undefined,
        )
      },
    ],
  })
  const folder = newFolder()
  await contractHere(['--url', shop.url, '--release', '2.4.7-p6', '--only', 'TOKEN', '--out', folder], {
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
  })
  expect(addresses()).toEqual([])
  expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8')).toContain('"deleted"')
})

test('a shop that no longer answers is not waited for once per account', async () => {
  const front = await serve(async (request, response) => {
    if (request.method === 'GET' && /customers\/\d+$/.test(request.url ?? '')) return
    const { method = 'GET', url = '/', headers } = request
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const answer = await shop.shop.handle({ method, url, headers, body: Buffer.concat(chunks) })
    response.statusCode = answer.status
    for (const [name, value] of answer.headers) response.appendHeader(name, value)
    response.end(answer.body)
  })
  for (let number = 1; number <= 60; number++)
    written(`contract-0123456789-${number}@example.com`, ['created'], number, front.url)
  const { code, stdout } = await sweep({}, front.url)
  front.close()
  expect(stdout).toMatch(/^\d accounts stay on the shop: the target gave no answer: .*imeout/m)
  expect(stdout).toMatch(/^5\d accounts stay on the shop: not tried: the target gives no answer any more$/m)
  expect(stdout).toMatch(
    /^created 60, removed 0, left 60 \(on http:.*: \d × the target gave no answer: .*; 5\d × not tried/m,
  )
  expect(code).toBe(1)
})

test('accounts kept on purpose remain and are named, unless requested', async () => {
  const id = await register('contract-0123456789-1@example.com')
  written('contract-0123456789-1@example.com', ['created', 'kept'], id)
  const first = await sweep()
  expect(first.stdout).toMatch(/kept for the token bank; --kept removes it too/)
  expect(first.stdout).toMatch(/^created 1, removed 0, left 1/m)
  expect([first.code, addresses().length]).toEqual([0, 1])
  const second = await sweep({}, shop.url, ['--kept'])
  expect(second.stdout).toMatch(/^created 1, removed 1, left 0$/m)
  expect([second.code, addresses().length]).toEqual([0, 0])
})

test('a file that is not a ledger is refused', async () => {
  const { code, stderr } = await sweep({}, shop.url, [], 'package.json')
  expect(stderr).toMatch(/"package\.json" is not a ledger: no line of it names an account/)
  expect(code).toBe(2)
})
