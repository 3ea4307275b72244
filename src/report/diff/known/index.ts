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
 * What is known to differ between releases, beyond what requirements say that hold for some of them only: the
 * dossier's sections 17 and 18, and what running shops showed besides.
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
