import type { CustomerFields } from '../target/customer-fields.ts'

type Json = Record<string, unknown>
type Kind = keyof CustomerFields

/** Values that the shop accepts for fields in which a stock shop accepts any. */
export interface Taken {
  /** Values of MAGENTO_CUSTOMER_FIELDS, which replace the run's own. */
  readonly given: Record<Kind, Json>
  /** Closed lists of values, by field. */
  readonly options: Record<Kind, Readonly<Record<string, readonly unknown[]>>>
}

/** The values of a stock shop, which accepts all. */
export const everything: Taken = { given: { customer: {}, address: {} }, options: { customer: {}, address: {} } }

export const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/**
 * Replaces values of a stock shop by values that this shop accepts. Values that are wrong on purpose stay: they have a
 * different form than the given value, and are no option of a stock shop.
 * @param own makes a given value specific to the account
 */
export function takenValues(
  entity: Json,
  kind: Kind,
  { given, options }: Taken,
  own: (value: unknown) => unknown,
): Json {
  const changed = Object.entries(entity).flatMap(([key, value]): [string, unknown][] => {
    const name = [...Object.keys(given[kind]), ...Object.keys(options[kind])].find(
      (one) => one === key || camelCase(one) === key,
    )
    if (name === undefined) return []
    if (name in given[kind]) return isOfOneForm(value, given[kind][name]) ? [[key, own(given[kind][name])]] : []
    const list = options[kind][name] ?? []
    return list.length > 0 && !list.includes(value) && isOfStock(value) ? [[key, optionFor(value, list)]] : []
  })
  return changed.length ? { ...entity, ...Object.fromEntries(changed) } : entity
}

/** Classifies a text: a number with separators, a past date, words, or none of these. */
function formOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (typeof value !== 'string') return typeof value
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return Date.parse(value) < Date.now() ? 'day' : 'no day'
  if (/^(?=.*\d)[\d\s+()./-]+$|\{\{digits\}\}/.test(value)) return 'number'
  return /^[\p{L}\p{M}\p{N} .,'’"“”&+()#/_-]{1,60}$/u.test(value) ? 'words' : 'nothing'
}

const isOfOneForm = (value: unknown, given: unknown) => formOf(value) === formOf(given)

/** True for a gender of a stock shop, or a text that it accepts as a prefix. */
const isOfStock = (value: unknown) =>
  typeof value === 'number' ? [1, 2, 3].includes(value) : /^[\p{L}.]{1,10}$/u.test(String(value))

/** Maps each value to an option, so that a changed value also changes the option if the shop has several. */
function optionFor(value: unknown, options: readonly unknown[]): unknown {
  const known = ['Ms', 'Jr', 'Dr.', 'III', 'Prof.', 'Sr.']
  const index = typeof value === 'number' ? value - 1 : Math.floor(Math.max(0, known.indexOf(String(value))) / 2)
  return options[index % options.length]
}
