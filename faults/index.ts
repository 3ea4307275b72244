import { acceptFaults } from './accept.faults.ts'
import { bindingFaults } from './binding.faults.ts'
import { bindingObjectFaults } from './binding-objects.faults.ts'
import { bodyFaults } from './bodies.faults.ts'
import { contentTypeFaults, xmlFaults } from './content-types.faults.ts'
import type { Fault } from './fault.ts'
import { fieldsFilterFaults, routeMatchingFaults } from './route-matching.faults.ts'
import { urlFormFaults } from './url-forms.faults.ts'

/** Every fault, by area. */
export const allFaults: readonly Fault[] = [
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
