import { type InterfaceName, validatorOf } from './interface-validators.ts'

/**
 * What keeps a document from being what its schema says, so that whoever reads on can rest on every type. Fields that
 * the schema does not know are let be: versions only ever add some.
 * @returns the place and the problem; undefined when there is none
 */
export function problemWith(name: InterfaceName, document: unknown): string | undefined {
  const validate = validatorOf(name)
  if (validate(document)) return undefined
  const [first] = validate.errors ?? []
  return `${first?.instancePath || 'the document'} ${first?.message}`
}
