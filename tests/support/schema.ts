import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** Returns a validator for a schema, which returns the errors; none if the value is valid. */
export function validatorOf(
  name: 'report' | 'recording' | 'diff' | 'changes' | 'merged',
): (value: unknown) => string[] {
  const read = (file: string) =>
    JSON.parse(readFileSync(new URL(`../../schemas/${file}.schema.json`, import.meta.url), 'utf8'))
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false })
  addFormats.default(ajv)
  // A report contains its recording.
  if (name === 'report') ajv.addSchema(read('recording'))
  const validate = ajv.compile(read(name))
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
