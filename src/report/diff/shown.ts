import { skeletonOf } from './value-form.ts'

const longest = 160

/**
 * Returns a value in one line, with placeholders for varying parts.
 * @param name of its field; an id is replaced by a placeholder
 */
export function shown(value: unknown, name = ''): string {
  if (value === undefined) return 'nothing'
  const mask = (key: string, inner: unknown) => {
    if (typeof inner === 'string') return isId(key) && /^\d+$/.test(inner) ? '<id>' : skeletonOf(inner).skeleton
    return typeof inner === 'number' && isId(key) ? `<id>` : inner
  }
  const text = JSON.stringify({ [name]: value }, mask).slice(JSON.stringify({ [name]: 0 }).length - 2, -1)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

const constantIds = new Set(['group_id', 'store_id', 'website_id', 'region_id', 'country_id'])
const isId = (key: string) =>
  /(^|_)id$|^(fieldValue|default_billing|default_shipping)$/.test(key) && !constantIds.has(key)
