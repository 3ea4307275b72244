import type { CustomerFields } from '../target/customer-fields.ts'

type Json = Record<string, unknown>
type Kind = keyof CustomerFields

/** What the shop takes where a stock shop takes anything. */
export interface Taken {
  /** The values that MAGENTO_CUSTOMER_FIELDS gives, which count before the run's own. */
  readonly given: Record<Kind, Json>
  /** The closed lists of values, by field. */
  readonly options: Record<Kind, Readonly<Record<string, readonly unknown[]>>>
}

/** The values of a stock shop, which accepts all. */
export const everything: Taken = { given: { customer: {}, address: {} }, options: { customer: {}, address: {} } }

export const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/**
 * An object with values that the shop takes in place of those that a stock shop takes. A value that is wrong on purpose
 * stays: it is of another form than a given one, and no option of a stock shop.
 * @param own makes the account's own of a given value
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

/** Of numbers with what stands between them, of a day that is past, or of words. */
function formOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (typeof value !== 'string') return typeof value
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return Date.parse(value) < Date.now() ? 'day' : 'no day'
  if (/^(?=.*\d)[\d\s+()./-]+$|\{\{digits\}\}/.test(value)) return 'number'
  return /^[\p{L}\p{M}\p{N} .,'’"“”&+()#/_-]{1,60}$/u.test(value) ? 'words' : 'nothing'
}

const isOfOneForm = (value: unknown, given: unknown) => formOf(value) === formOf(given)

/** A gender that a stock shop has, or a text as it takes for a prefix. */
const isOfStock = (value: unknown) =>
  typeof value === 'number' ? [1, 2, 3].includes(value) : /^[\p{L}.]{1,10}$/u.test(String(value))

/** One option for one value, so that a change of the value is one of the option where the shop has several. */
function optionFor(value: unknown, options: readonly unknown[]): unknown {
  const known = ['Ms', 'Jr', 'Dr.', 'III', 'Prof.', 'Sr.']
  const index = typeof value === 'number' ? value - 1 : Math.floor(Math.max(0, known.indexOf(String(value))) / 2)
  return options[index % options.length]
}
