import { Breakdown, bad } from '../errors.ts'

/**
 * Checks the form of custom attributes. A stock shop has none, so they are dropped afterwards.
 * @param codeListIsText true if an attribute code that is a list leads to PHP's own error text
 */
export function customAttributes(value: unknown, codeListIsText: boolean): [] {
  if (typeof value !== 'object' || value === null) throw new Breakdown('custom attributes that are no list')
  for (const entry of Object.values(value)) checkEntry(entry, codeListIsText)
  return []
}

function checkEntry(entry: unknown, codeListIsText: boolean): void {
  if (typeof entry !== 'object' || entry === null || Object.keys(entry).length === 0) {
    throw bad('An empty custom attribute is specified. Enter the attribute and try again.')
  }
  const { attribute_code, attributeCode } = entry as Record<string, unknown>
  const code = attribute_code ?? attributeCode
  if (code === undefined || code === null || code === '') {
    throw bad('A custom attribute is specified with a missing attribute code. Verify the code and try again.')
  }
  if (typeof code === 'object')
    throw new Breakdown('an attribute code that is a list', codeListIsText ? 'text' : 'report')
  if (!('value' in entry)) {
    throw bad(`The "${String(code)}" attribute code doesn't have a value set. Enter the value and try again.`)
  }
}
