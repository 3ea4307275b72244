import { validatorOf } from './openapi-2-validator.ts'

/** Returns the first violation of the official JSON Schema of OpenAPI 2.0 as `place: problem`; undefined if valid. */
export function openapi2Problem(document: unknown): string | undefined {
  const validate = validatorOf('openapi-2')
  if (validate(document)) return undefined
  const [error] = validate.errors ?? []
  return `${error?.instancePath || 'the document'} ${error?.message}`
}
