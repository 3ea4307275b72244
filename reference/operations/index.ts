import type { Operation, Shop } from '../types.ts'
import { addressOperations } from './addresses.ts'
import { confirmationOperations } from './confirmation.ts'
import { createOperation } from './create.ts'
import { customerOperations } from './customers.ts'
import { directoryOperations } from './directory.ts'
import { metadataOperations } from './metadata.ts'
import { passwordOperations } from './passwords.ts'
import { saveOperations } from './save.ts'
import { schemaOperation } from './schema.ts'
import { searchOperation } from './search.ts'
import { tokenOperations } from './tokens.ts'

/** The operations of all routes, by name. A fault may wrap any of them. */
export function createOperations(shop: Shop): Record<string, Operation> {
  return {
    ...addressOperations(shop),
    ...confirmationOperations(shop),
    ...createOperation(shop),
    ...customerOperations(shop),
    ...directoryOperations(shop),
    ...metadataOperations(shop),
    ...passwordOperations(shop),
    ...saveOperations(shop),
    ...schemaOperation(shop),
    ...searchOperation(shop),
    ...tokenOperations(shop),
  }
}
