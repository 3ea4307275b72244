import type { OpenAPIV3_1 } from 'openapi-types'
import type { ReleaseRange } from '../../../release/index.ts'

export type Schema = OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject

/** A sentence, and the releases that it is true of; of every release when it is only a text. */
export type Note = string | { readonly in: ReleaseRange; readonly text: string }

/** The status codes that Magento refuses with. No other was ever seen on a route that exists. */
export type Refusal = 400 | 401 | 404 | 500

/**
 * Who may call an operation: anyone, the customer that a token stands for, or an administrator with the named
 * permission.
 */
export type Access = 'anyone' | 'customer' | `Magento_${string}`

/** What a document says about its own releases. */
export interface Scope {
  /** Whether any of the document's releases is in the range. */
  readonly some: (range: ReleaseRange) => boolean
  /** Whether all of them are. */
  readonly every: (range: ReleaseRange) => boolean
}

/** One operation of the API, as data: what `document.ts` makes an operation of OpenAPI from. */
export interface OperationData {
  /** For ever: generated clients have a function of this name. */
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: `/${string}`
  readonly summary: string
  readonly notes?: readonly Note[]
  readonly access: Access
  /** What the bearer of this permission, or of any where it is empty, gets where nobody needs one. */
  readonly more?: { readonly bearer: 'customer' | 'administrator'; readonly permission?: string }[]
  /** The releases that have it; every release when not given. */
  readonly in?: ReleaseRange
  readonly query?: readonly OpenAPIV3_1.ParameterObject[]
  /** The parameters of the path, by name; a text when not given. */
  readonly params?: Readonly<Record<string, { readonly schema: Schema; readonly description: string }>>
  readonly body?: Schema
  readonly answer: {
    readonly description: string
    readonly schema: Schema | ((scope: Scope) => Schema)
    /** `application/json` when not given. */
    readonly type?: string
  }
  readonly refusals?: Readonly<Partial<Record<Refusal, readonly Note[]>>>
  /** Its server, where that is not the REST API but a page: its refusals are pages too. */
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

/** An object of these properties; those whose names end in `?` may be left out. */
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

/** A text, and what it is. */
export const text = (description: string): Schema => ({ type: 'string', description })

/** A whole number, and what it is. */
export const integer = (description: string): Schema => ({ type: 'integer', description })

export const alwaysTrue: Schema = { const: true, type: 'boolean' }
