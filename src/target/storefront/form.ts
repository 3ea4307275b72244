import { attribute, type Document, type Element, select } from '../../shared/html.ts'

/** A form of a page, as a browser sends it: with the form key of the page where it has none of its own. */
export interface Form {
  /** Where it is sent. */
  readonly action: string
  /** The names of its fields, in order. */
  readonly names: readonly string[]
  /** What it sends besides what a person enters. */
  readonly hidden: Readonly<Record<string, string>>
}

const keyName = 'form_key'

/** The fields for a form key that stand outside of all forms: a script of the page copies such a key into each form. */
export const keysOfPage = (document: Document): Element[] =>
  select(`input[name=${keyName}]`, document).filter((input) => !isWithinForm(input))

function isWithinForm({ parent }: Element): boolean {
  if (!parent) return false
  return 'name' in parent && (parent.name === 'form' || isWithinForm(parent))
}

/** @param element a `form` of the document */
export function readForm(element: Element, document: Document): Form {
  const own = select('input[name], select[name], textarea[name]', element)
  const hasKey = own.some((field) => attribute(field, 'name') === keyName)
  const fields = hasKey ? own : [...own, ...keysOfPage(document).slice(0, 1)]
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
