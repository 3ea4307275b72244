import { type SchemaName, validatorOf } from './body-validators.ts'

export type { SchemaName } from './body-validators.ts'

/** What a value breaks of a schema, each as `place: problem`; empty when it is valid. */
export function schemaErrors(name: SchemaName, value: unknown): string[] {
  const validate = validatorOf(name)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = 'additionalProperty' in params ? ` (${params.additionalProperty})` : ''
    return `${instancePath || 'the body'} ${message}${extra}`
  })
}
