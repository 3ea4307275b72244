import { type InterfaceName, validatorOf } from './interface-validators.ts'

/**
 * Checks a document against its schema, so that code after it can rely on every type. Unknown fields are allowed, since
 * later versions only add fields.
 * @returns the place and the problem; undefined for a valid document
 */
export function problemWith(name: InterfaceName, document: unknown): string | undefined {
  const validate = validatorOf(name)
  if (validate(document)) return undefined
  const [first] = validate.errors ?? []
  return `${first?.instancePath || 'the document'} ${first?.message}`
}
