import { Exchange, type ExchangeData, type RecordedResponse } from '../../src/recording/exchange.ts'
import { namesOf, pointerOf } from '../../src/shared/json/pointer.ts'
import type { Mutant } from './mutant.ts'
import { pageMutantsOf } from './page-mutations.ts'

const deepest = 4

const otherStatus: Readonly<Record<number, readonly number[]>> = {
  200: [201, 204, 400, 500],
  400: [200, 422, 500],
  401: [200, 403, 404],
  404: [200, 400, 410],
  405: [200, 400],
  500: [200],
}

/** Returns every mutant of an exchange: of its status, body, content type, and each place in its JSON. */
export function mutantsOf(exchange: Exchange): Mutant[] {
  const { data, body } = exchange
  if (data.page) return pageMutantsOf(exchange)
  const answer = (kind: string, at: string, response: Partial<RecordedResponse>): Mutant => ({
    kind,
    at,
    exchange: altered(data, response),
  })
  const mutants = [
    ...(otherStatus[exchange.status] ?? [200]).map((status) =>
      answer(`status ${exchange.status} as ${status}`, '', { status }),
    ),
    answer('body empty', '', { body: Buffer.alloc(0) }),
    answer('labelled as text/html', '', { headers: relabelled(data, 'text/html; charset=UTF-8') }),
  ]
  if (!body.json) return mutants
  const json = (kind: string, at: string, value: unknown) =>
    answer(kind, at, { body: Buffer.from(JSON.stringify(value)) })
  mutants.push(
    answer('JSON broken', '', { body: data.response.body.subarray(0, -1) }),
    json('wrapped', '', { data: body.json.value }),
    json('nulled', '', null),
    json('type changed', '', otherType(body.json.value)),
  )
  for (const pointer of places(body.json.value)) {
    mutants.push(
      json(
        'dropped',
        pointer,
        changed(body.json.value, pointer, () => undefined),
      ),
      json(
        'nulled',
        pointer,
        changed(body.json.value, pointer, () => null),
      ),
      json('type changed', pointer, changed(body.json.value, pointer, otherType)),
    )
  }
  return mutants
}

function altered(data: ExchangeData, response: Partial<RecordedResponse>): Exchange {
  return new Exchange({ ...data, response: { ...data.response, ...response } })
}

function relabelled({ response }: ExchangeData, type: string): RecordedResponse['headers'] {
  return response.headers.map(([name, value]) => (name.toLowerCase() === 'content-type' ? [name, type] : [name, value]))
}

/** Returns pointers to every place below the root; for a list, only of its first entry. */
function places(value: unknown, pointer = '', depth = 0): string[] {
  if (value === null || typeof value !== 'object' || depth === deepest) return []
  const entries = Array.isArray(value) ? Object.entries(value).slice(0, 1) : Object.entries(value)
  return entries.flatMap(([key, inner]) => {
    const place = pointer + pointerOf(key)
    return [place, ...places(inner, place, depth + 1)]
  })
}

function changed(root: unknown, pointer: string, change: (value: unknown) => unknown): unknown {
  const copy = structuredClone(root) as Record<string, unknown>
  const keys = namesOf(pointer)
  const last = keys.pop() as string
  const parent = keys.reduce((value, key) => value[key] as Record<string, unknown>, copy)
  const value = change(parent[last])
  if (value !== undefined) parent[last] = value
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
  return copy
}

function otherType(value: unknown): unknown {
  if (typeof value === 'string') return /^\d+$/.test(value) ? Number(value) : [value]
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? { ...value } : value === null ? '' : Object.entries(value as object)
}
