import { attribute, type Element, select } from '../../shared/html.ts'

/** A form of a page, as far as it is sent without scripts. */
export interface Form {
  /** Where it is sent. */
  readonly action: string
  /** The names of its fields, in order. */
  readonly names: readonly string[]
  /** What it sends besides what a person enters. */
  readonly hidden: Readonly<Record<string, string>>
}

/** @param element a `form` of a page */
export function readForm(element: Element): Form {
  const fields = select('input[name], select[name], textarea[name]', element)
  const hidden = fields.filter((field) => attribute(field, 'type') === 'hidden')
  const value = (field: Element): [string, string] => [
    attribute(field, 'name') as string,
    attribute(field, 'value') ?? '',
  ]
  return {
    action: attribute(element, 'action') ?? '',
    names: fields.map((field) => attribute(field, 'name') as string),
    hidden: Object.fromEntries(hidden.map(value)),
  }
}
