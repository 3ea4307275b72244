import { show } from '../recording/show.ts'
import { valueAt } from '../shared/json/pointer.ts'
import { type SchemaName, validatorOf } from './body-validators.ts'
import { insteadOf } from './instead.ts'

export type { SchemaName } from './body-validators.ts'

/** Returns the schema errors of a value, in words; empty if it is valid. */
export const schemaErrors = (name: SchemaName, value: unknown): string[] =>
  schemaProblems(name, value).map(({ text }) => text)

/** Returns the schema errors of a value, each with its JSON pointer; empty if it is valid. */
export function schemaProblems(name: SchemaName, value: unknown): { place: string; text: string }[] {
  const validate = validatorOf(name)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, keyword, message, params }) => {
    const { missingProperty: missing, additionalProperty: extra } = params as Record<string, string | undefined>
    const within = instancePath ? ` from ${instancePath}` : ''
    if (missing !== undefined) {
      const place = `${instancePath}/${missing}`
      const instead = insteadOf(value, place)
      return { place, text: `\`${missing}\` is missing${within}${instead ? `, but ${instead}` : ''}` }
    }
    if (keyword === 'pattern')
      return {
        place: instancePath,
        text: `${instancePath} is ${show(valueAt(value, instancePath))}, in another form than ${params.pattern}`,
      }
    if (extra === undefined)
      return { place: instancePath, text: `${instancePath || 'the body'} ${message}${shown(value, instancePath)}` }
    return { place: `${instancePath}/${extra}`, text: `\`${extra}\` is not part of ${instancePath || 'the body'}` }
  })
}

/** Returns the invalid value as a phrase; only its type if it may be long. */
function shown(body: unknown, place: string): string {
  const value = valueAt(body, place)
  if (value === undefined || place === '') return ''
  const isLong = typeof value === 'object' && value !== null && Object.keys(value).length > 0
  return `, and is ${isLong ? (Array.isArray(value) ? 'a list' : 'an object') : show(value)}`
}
