import { expect, test } from 'vitest'
import { contractHere } from '../support/here.ts'

test('changes shows the responses of the reference as both releases', { timeout: 300_000 }, async () => {
  const { code, stdout, stderr } = await contractHere(['changes', 'mage-os-2.0.0', '2.4.9'])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^2\.4\.8\S* → 2\.4\.9: what an API client notices/)
  expect(stdout).toMatch(
    /a street may only contain certain characters \(assumed\)\n {4}example {3}POST \/V1\/customers \(status\): 200 before, 400 "Invalid Street Address/,
  )
})

test('changes of one release lists what it introduced', async () => {
  const { code, stdout } = await contractHere(['changes', '2.4.9'])
  expect(code).toBe(0)
  expect(stdout).toContain('What 2.4.9 changed')
  expect(stdout).toContain('a street may only contain certain characters (assumed)')
})
