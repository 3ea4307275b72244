import { acceptFaults } from './accept.faults.ts'
import { accessFaults } from './access.faults.ts'
import { bearerFaults } from './bearer.faults.ts'
import { bindingFaults } from './binding.faults.ts'
import { bindingObjectFaults } from './binding-objects.faults.ts'
import { bodyFaults } from './bodies.faults.ts'
import { contentTypeFaults, xmlFaults } from './content-types.faults.ts'
import { expiryFaults } from './expiry.faults.ts'
import type { Fault } from './fault.ts'
import { lockFaults } from './lock.faults.ts'
import { loginFaults } from './login.faults.ts'
import { revokeFaults } from './revoke.faults.ts'
import { fieldsFilterFaults, routeMatchingFaults } from './route-matching.faults.ts'
import { tokenFormFaults } from './token-form.faults.ts'
import { tokenUseFaults } from './token-use.faults.ts'
import { urlFormFaults } from './url-forms.faults.ts'

/** Every fault, by area. */
export const allFaults: readonly Fault[] = [
  ...tokenFormFaults,
  ...tokenUseFaults,
  ...loginFaults,
  ...bearerFaults,
  ...accessFaults,
  ...expiryFaults,
  ...revokeFaults,
  ...lockFaults,
  ...urlFormFaults,
  ...routeMatchingFaults,
  ...fieldsFilterFaults,
  ...acceptFaults,
  ...contentTypeFaults,
  ...xmlFaults,
  ...bodyFaults,
  ...bindingFaults,
  ...bindingObjectFaults,
]

/** Changes that follow advice, which Magento does not: what turns each advice green. */
export const allRemedies: readonly Fault[] = []
