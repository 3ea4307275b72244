import { type Document, operationsOf } from '../contract/document.ts'
import type { Session } from '../session.ts'
import { registration } from './jane.ts'

const path = { customerId: 2, addressId: 2, resetPasswordLinkToken: 'x', email: 'x', formCode: 'x', attributeCode: 'x' }

/** What any operation answers, whatever it does: shown where nothing else shows the status. */
export async function everywhere({ ask, admin, examples }: Session, document: Document) {
  const refusing = operationsOf(document).filter(({ responses }) => responses?.[500])
  for (const { operationId = '' } of refusing)
    await ask(operationId, 'The store is unknown', { path, bearer: admin, store: 'nowhere', general: true })
  const [address] = registration.customer.addresses
  const customer = { ...registration.customer, addresses: [{ ...address, street: [['a list within a list']] }] }
  await ask('createCustomer', 'Magento broke down', { body: { customer }, general: true })
  // What breaks Magento differs from operation to operation. What it says then does not: it is asked once.
  const broken = examples.at(-1)
  if (broken?.status !== 500)
    throw new Error(`the reference no longer breaks by a list within a list: ${broken?.status}`)
  examples.push(...refusing.map(({ operationId = '' }) => ({ ...broken, operationId })))
}
