import type { Check } from '../check.ts'
import { administrator } from './administrator.ts'
import { budget } from './budget.ts'
import { certificate } from './certificate.ts'
import { clock } from './clock.ts'
import { fields } from './fields.ts'
import { ledger } from './ledger.ts'
import { magento } from './magento.ts'
import { mailbox } from './mailbox.ts'
import { probed } from './probed.ts'
import { reach } from './reach.ts'
import { registration } from './registration.ts'
import { release } from './release.ts'
import { storefront } from './storefront.ts'
import { stores } from './stores.ts'

/** All checks, in this order; later ones use the results of earlier ones. */
export const checks: readonly Check[] = [
  reach,
  certificate,
  magento,
  release,
  administrator,
  stores,
  probed,
  registration,
  fields,
  mailbox,
  storefront,
  clock,
  budget,
  ledger,
]
