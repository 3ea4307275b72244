type Condition = (stored: unknown, value: string) => boolean

const text = (stored: unknown) => String(stored ?? '').toLowerCase()
const isSet = (stored: unknown) => stored !== undefined && stored !== null

/** Compares numbers numerically, anything else like the database compares text. */
function order(stored: unknown, value: string): number {
  const [left, right] = [Number(stored), Number(value)]
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right
  return text(stored) < value.toLowerCase() ? -1 : text(stored) > value.toLowerCase() ? 1 : 0
}

const list = (value: string) => value.toLowerCase().split(',')

function like(stored: unknown, value: string): boolean {
  const pattern = value
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.')
  return new RegExp(`^${pattern}$`, 'is').test(String(stored ?? ''))
}

/** The condition types of a search; an unknown one matches nothing. */
export const conditions: Record<string, Condition> = {
  eq: (stored, value) => isSet(stored) && text(stored) === value.toLowerCase(),
  neq: (stored, value) => isSet(stored) && text(stored) !== value.toLowerCase(),
  like,
  nlike: (stored, value) => !like(stored, value),
  in: (stored, value) => list(value).includes(text(stored)),
  nin: (stored, value) => !list(value).includes(text(stored)),
  finset: (stored, value) => list(text(stored)).includes(value.toLowerCase()),
  gt: (stored, value) => isSet(stored) && order(stored, value) > 0,
  gteq: (stored, value) => isSet(stored) && order(stored, value) >= 0,
  moreq: (stored, value) => isSet(stored) && order(stored, value) >= 0,
  from: (stored, value) => isSet(stored) && order(stored, value) >= 0,
  lt: (stored, value) => isSet(stored) && order(stored, value) < 0,
  lteq: (stored, value) => isSet(stored) && order(stored, value) <= 0,
  to: (stored, value) => isSet(stored) && order(stored, value) <= 0,
  null: (stored) => !isSet(stored),
  notnull: isSet,
}
