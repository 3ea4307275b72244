/** A JSON object with unknown fields. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a JSON value is an object, and neither null nor a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
