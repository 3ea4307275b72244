import { accessChanges } from './access.ts'
import { addressChanges } from './addresses.ts'
import { emailChanges } from './emails.ts'
import type { KnownChange } from './known-change.ts'
import { nameChanges } from './names.ts'
import { profileChanges } from './profile.ts'
import { protocolChanges } from './protocol.ts'
import { resetChanges } from './resets.ts'
import { tokenChanges } from './tokens.ts'

/**
 * Known changes between releases that no requirement for single releases describes: from the dossier's sections 17 and
 * 18, and from running shops.
 */
export const knownChanges: readonly KnownChange[] = [
  ...protocolChanges,
  ...accessChanges,
  ...profileChanges,
  ...nameChanges,
  ...emailChanges,
  ...addressChanges,
  ...tokenChanges,
  ...resetChanges,
]
