import type { OperationGroup } from '../operation.ts'
import { addresses } from './addresses.ts'
import { administration } from './administration.ts'
import { attributes } from './attributes.ts'
import { confirmation } from './confirmation.ts'
import { description } from './description.ts'
import { directory } from './directory.ts'
import { passwords } from './passwords.ts'
import { profile } from './profile.ts'
import { registration } from './registration.ts'
import { tokens } from './tokens.ts'

/** Every operation of the contract, in the order of the document. */
export const operationGroups: readonly OperationGroup[] = [
  registration,
  tokens,
  profile,
  passwords,
  confirmation,
  administration,
  addresses,
  attributes,
  directory,
  description,
]
