import { type Call, type Change, Refusal } from '../../reference/index.ts'
import { operation } from '../change.ts'
import { answering } from './updates.ts'

/** The parts of the reference's OpenAPI description that faults change. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly definitions: Readonly<Record<string, Schema>>
  readonly [key: string]: unknown
}

export interface Described {
  readonly parameters?: readonly { readonly in: string; readonly schema?: Schema }[]
  readonly responses: Readonly<Record<string, unknown>>
  readonly [key: string]: unknown
}

export interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
  readonly [key: string]: unknown
}

/** Changes the shop's description for all callers. */
export const describing = (change: (document: Description, call: Call) => object): Change =>
  answering('schema', (document, call) => change(document as unknown as Description, call))

/** Changes the description of one operation, if it is listed. */
export const describingOperation = (
  method: string,
  path: string,
  change: (operation: Described) => object | undefined,
): Change =>
  describing(({ paths, ...document }) => {
    const { [path]: methods, ...others } = paths
    const described = methods?.[method]
    if (!methods || !described) return { ...document, paths }
    const { [method]: _, ...rest } = methods
    const changed = change(described)
    return { ...document, paths: { ...others, [path]: { ...rest, ...(changed ? { [method]: changed } : {}) } } }
  })

/** Changes one definition of the description, if present. */
export const describingDefinition = (name: string, change: (schema: Schema) => object): Change =>
  describing(({ definitions, ...document }) => ({
    ...document,
    definitions: changedDefinition(definitions, name, change),
  }))

/** Returns the definitions with one of them changed, if present. */
function changedDefinition(definitions: unknown, name: string, change: (schema: Schema) => object): object {
  const { [name]: schema, ...others } = definitions as Readonly<Record<string, Schema>>
  return schema ? { ...others, [name]: change(schema) } : others
}

/** Refuses the description to some callers. */
export const refusingDescription = (from: (call: Call) => boolean): Change =>
  operation('schema', (call, describe) => {
    if (from(call)) throw new Refusal(401, "The consumer isn't authorized to access %resources.", { resources: 'self' })
    return describe(call)
  })
