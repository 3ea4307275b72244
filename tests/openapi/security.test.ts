import { describe, expect, test } from 'vitest'
import { type Document, type Operation, operationsOf } from './contract/document.ts'
import { documentFor, documents } from './documents.ts'
import { jane, registration } from './examples/jane.ts'
import { openSession } from './session.ts'

const path = { customerId: 2, addressId: 2, resetPasswordLinkToken: 'x', email: 'x', formCode: 'x', attributeCode: 'x' }

/** Who may call an operation by the document: everyone, a customer, or an administrator with a permission. */
function guardOf({ security = [] }: Operation): string {
  const [requirement = {}] = security
  if (requirement.customer) return 'self'
  return requirement.administrator?.[0] ?? 'nobody'
}

/** Returns the operations that refuse callers in another way than documented. */
async function disagreements(document: Document): Promise<string[]> {
  const found: string[] = []
  for (const operation of operationsOf(document)) {
    const guard = guardOf(operation)
    const refusedBy = await refusals(document, operation)
    const expected = {
      nobody: guard === 'nobody' ? undefined : guard,
      customer: ['nobody', 'self'].includes(guard) ? undefined : guard,
      administrator: undefined,
      permitted: undefined,
      unpermitted: guard === 'nobody' ? undefined : guard,
    }
    for (const [who, permission] of Object.entries(expected))
      if (refusedBy[who] !== permission)
        found.push(`${operation.operationId} refuses ${who} for ${refusedBy[who]}, not for ${permission}`)
  }
  return found
}

/** The permission that the error names as missing; undefined if the call was allowed. */
async function refusals(document: Document, operation: Operation): Promise<Record<string, string | undefined>> {
  const id = operation.operationId ?? ''
  const { shop, ask, admin, examples } = openSession(document)
  const token = (resources: string[]) => {
    const added = { id: shop.store.admins.length + 1, username: 'a', password: 'b', resources }
    shop.store.admins.push(added)
    return shop.services.issuePermanentToken(added.id)
  }
  const refusal = async (bearer?: string) => {
    await ask(id, 'Asked', { path, ...(bearer ? { bearer } : {}) })
    const { status, answer } = examples.at(-1) as { status: number; answer: unknown }
    return status === 401 ? (answer as { parameters?: { resources?: string } }).parameters?.resources : undefined
  }
  await ask('createCustomer', 'One', { body: registration })
  const customer = (await ask('createCustomerToken', 'One', { body: jane })) as string
  return {
    nobody: await refusal(),
    unpermitted: await refusal(token(['Magento_Sales::sales'])),
    permitted: await refusal(token([guardOf(operation)])),
    customer: await refusal(customer),
    administrator: await refusal(admin),
  }
}

describe.each(documents)('$file', ({ document }) => {
  test('states correctly who may call each operation: without a token, as a customer, with the permission and without', async () => {
    expect(await disagreements(document)).toEqual([])
  })
})

test('a wrong scheme, a wrong permission and a missing one are found', async () => {
  const document = documentFor('2.4.8-p1')
  const [me, available, deletion] = [
    document.paths?.['/V1/customers/me']?.get,
    document.paths?.['/V1/customers/isEmailAvailable']?.post,
    document.paths?.['/V1/customers/{customerId}']?.delete,
  ]
  Object.assign(me ?? {}, { security: [] })
  Object.assign(available ?? {}, { security: [{ customer: [] }] })
  Object.assign(deletion ?? {}, { security: [{ administrator: ['Magento_Customer::manage'] }] })
  const found = (await disagreements(document)).join('\n')
  for (const id of ['getMe', 'isEmailAvailable', 'deleteCustomer']) expect(found).toContain(`${id} refuses`)
})
