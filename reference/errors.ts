/** A value of an error's `parameters`. */
export type Parameters = Record<string, unknown> | unknown[]

/** One message of an error: a template with its parameters. */
export interface Problem {
  message: string
  parameters?: Parameters
}

/** An error response: a status and one or more messages. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly parameters: Parameters | undefined
  readonly errors: Problem[]

  constructor(status: number, message: string, parameters?: Parameters, errors: Problem[] = []) {
    super(message)
    this.status = status
    this.parameters = parameters
    this.errors = errors
  }
}

/** An internal error of Magento, which it hides behind a report number, or shows as PHP's error text. */
export class Breakdown extends Error {
  override name = 'Breakdown'
  readonly form: 'report' | 'text'

  constructor(reason: string, form: 'report' | 'text' = 'report') {
    super(reason)
    this.form = form
  }
}

export const bad = (message: string, parameters?: Parameters) => new Refusal(400, message, parameters)
export const unauthorized = (message: string, parameters?: Parameters) => new Refusal(401, message, parameters)
export const missing = (message: string, parameters?: Parameters) => new Refusal(404, message, parameters)

export const forbidden = (resources: string) =>
  unauthorized("The consumer isn't authorized to access %resources.", { resources })

export const required = (fieldName: string): Problem => ({
  message: '"%fieldName" is required. Enter and try again.',
  parameters: { fieldName },
})

export const noSuch = (fieldName: string, fieldValue: unknown) =>
  missing('No such entity with %fieldName = %fieldValue', { fieldName, fieldValue })

export const noSuchPair = (fieldName: string, fieldValue: unknown, field2Name: string, field2Value: unknown) =>
  missing('No such entity with %fieldName = %fieldValue, %field2Name = %field2Value', {
    fieldName,
    fieldValue,
    field2Name,
    field2Value,
  })

export const sameEmail = () => bad('A customer with the same email address already exists in an associated website.')

/** A single problem is the response; several are listed under a common message. */
export function refusalOf(problems: Problem[]): Refusal {
  const [first, ...others] = problems
  if (first && others.length === 0) return bad(first.message, first.parameters)
  return new Refusal(400, 'One or more input exceptions have occurred.', undefined, problems)
}

/**
 * Joins the validators' messages by line breaks.
 * @param listed true if several messages are also listed separately
 */
export function linesRefusal(lines: string[], listed: boolean): Refusal {
  const errors = listed && lines.length > 1 ? lines.map((message) => ({ message, parameters: [] })) : []
  return new Refusal(400, lines.join('\n'), undefined, errors)
}
