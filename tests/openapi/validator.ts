import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { pointerOf } from '../../src/shared/json/pointer.ts'
import type { Document } from './contract/document.ts'
import type { Found } from './contract/find-operation.ts'

/** Validates values by the schemas of one document. */
export interface Validator {
  /** Returns the errors of a response body; a text if the document does not have its status. */
  answer(found: Found, status: number, body: unknown): string[]
  /** Returns the errors of a request body. */
  request(found: Found, body: unknown): string[]
  /** Returns the errors of the documented headers of a response. */
  headers(found: Found, status: number, valueIn: (name: string) => string | undefined): string[]
  /** Returns the errors of a value by the schema at a JSON pointer of the document. */
  at(pointer: readonly (string | number)[], value: unknown): string[]
}

interface Described {
  readonly headers?: Record<string, { $ref: string }>
  readonly content: Record<string, unknown>
}

/** @param document any of `schemas/openapi*.json` */
export function validatorOf(document: Document): Validator {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  // The document is added as a schema without constraints, so that references into it can be resolved.
  ajv.addVocabulary(Object.keys(document))
  ajv.addSchema(document, 'document', undefined, false)
  const compiled = new Map<string, ValidateFunction>()
  const at = (pointer: readonly (string | number)[], value: unknown): string[] => {
    const reference = `document#${pointer.map((part) => `/${encodeURIComponent(pointerOf(part).slice(1))}`).join('')}`
    const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference })
    compiled.set(reference, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'the body'} ${message}`)
  }
  const described = ({ operation }: Found, status: number) =>
    operation.responses?.[status] as unknown as Described | undefined
  const place = ({ path, method }: Found) => ['paths', path, method]
  return {
    at,
    answer: (found, status, body) => {
      const response = described(found, status)
      if (!response) return [`the document has no ${status}`]
      const [type = ''] = Object.keys(response.content)
      return at([...place(found), 'responses', status, 'content', type, 'schema'], body)
    },
    request: (found, body) =>
      found.operation.requestBody
        ? at([...place(found), 'requestBody', 'content', 'application/json', 'schema'], body)
        : [],
    headers: (found, status, valueIn) =>
      Object.entries(described(found, status)?.headers ?? {}).flatMap(([name, { $ref }]) => {
        const component = $ref.split('/').at(-1) as string
        const header = document.components?.headers?.[component] as { required?: boolean }
        const value = valueIn(name)
        if (value === undefined) return header.required ? [`there is no ${name}`] : []
        return at(['components', 'headers', component, 'schema'], value).map((error) => `${name} ${error}`)
      }),
  }
}
