import type { OpenAPIV3_1 } from 'openapi-types'
import type { ReleaseRange } from '../../../release/index.ts'

export type Schema = OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject

/** A sentence, and the releases that it applies to; a text applies to every release. */
export type Note = string | { readonly in: ReleaseRange; readonly text: string }

/** The status codes of Magento's errors. No other was seen on an existing route. */
export type Refusal = 400 | 401 | 404 | 500

/**
 * Who may call an operation: everyone, the customer of a token, or an administrator with the named
 * permission.
 */
export type Access = 'anyone' | 'customer' | `Magento_${string}`

/** The releases of a document. */
export interface Scope {
  /** True if any release of the document is in the range. */
  readonly some: (range: ReleaseRange) => boolean
  /** True if all releases are. */
  readonly every: (range: ReleaseRange) => boolean
}

/** One operation of the API, as data from which `document.ts` makes an OpenAPI operation. */
export interface OperationData {
  /** Permanent, because generated clients have a function of this name. */
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: `/${string}`
  readonly summary: string
  readonly notes?: readonly Note[]
  readonly access: Access
  /** The result for callers with this permission (with any if empty), if the operation needs none. */
  readonly more?: { readonly bearer: 'customer' | 'administrator'; readonly permission?: string }[]
  /** The releases with the operation; absent for every release. */
  readonly in?: ReleaseRange
  readonly query?: readonly OpenAPIV3_1.ParameterObject[]
  /** The parameters of the path, by name; a string if not listed. */
  readonly params?: Readonly<Record<string, { readonly schema: Schema; readonly description: string }>>
  readonly body?: Schema
  readonly answer: {
    readonly description: string
    readonly schema: Schema | ((scope: Scope) => Schema)
    /** `application/json` if absent. */
    readonly type?: string
  }
  readonly refusals?: Readonly<Partial<Record<Refusal, readonly Note[]>>>
  /** The server, for a page that is not part of the REST API; its errors are pages too. */
  readonly server?: string
}

/** A chapter of the document. */
export interface OperationGroup {
  readonly tag: string
  readonly describes: string
  readonly operations: readonly OperationData[]
}

/** A reference to a schema of the document's components. */
export const schema = (name: string): OpenAPIV3_1.ReferenceObject => ({ $ref: `#/components/schemas/${name}` })

/** An object with these properties; those whose names end in `?` are optional. */
export function objectOf(properties: Record<string, Schema>, more: OpenAPIV3_1.SchemaObject = {}): Schema {
  const entries = Object.entries(properties)
  const required = entries.map(([name]) => name).filter((name) => !name.endsWith('?'))
  return {
    type: 'object',
    ...more,
    ...(required.length ? { required } : {}),
    properties: Object.fromEntries(entries.map(([name, value]) => [name.replace(/\?$/, ''), value])),
  } as Schema
}

/** A string with a description. */
export const text = (description: string): Schema => ({ type: 'string', description })

/** An integer with a description. */
export const integer = (description: string): Schema => ({ type: 'integer', description })

export const alwaysTrue: Schema = { const: true, type: 'boolean' }
