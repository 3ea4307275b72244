import { type Document, operationsOf } from '../contract/document.ts'
import type { Session } from '../session.ts'
import { registration } from './jane.ts'

const path = { customerId: 2, addressId: 2, resetPasswordLinkToken: 'x', email: 'x', formCode: 'x', attributeCode: 'x' }

/** Responses that every operation may return, used as examples if no other shows the status. */
export async function everywhere({ ask, admin, examples }: Session, document: Document) {
  const refusing = operationsOf(document).filter(({ responses }) => responses?.[500])
  for (const { operationId = '' } of refusing)
    await ask(operationId, 'The store is unknown', { path, bearer: admin, store: 'nowhere', general: true })
  const [address] = registration.customer.addresses
  const customer = { ...registration.customer, addresses: [{ ...address, street: [['a list within a list']] }] }
  await ask('createCustomer', 'Magento broke down', { body: { customer }, general: true })
  // Different requests cause an internal error in each operation, but the response is the same: one example is enough.
  const broken = examples.at(-1)
  if (broken?.status !== 500)
    throw new Error(`the reference no longer breaks by a list within a list: ${broken?.status}`)
  examples.push(...refusing.map(({ operationId = '' }) => ({ ...broken, operationId })))
}
