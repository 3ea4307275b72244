import { attribute, type Document, type Element, select } from '../../shared/html.ts'

/** A form as a browser submits it. If it has no form key it gets that of the page. */
export interface Form {
  /** URL that it is submitted to. */
  readonly action: string
  /** Field names, in order. */
  readonly names: readonly string[]
  /** Values of its hidden fields. */
  readonly hidden: Readonly<Record<string, string>>
}

const keyName = 'form_key'

/** Returns form key fields outside of all forms. A script of the page copies such a key into each form. */
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
