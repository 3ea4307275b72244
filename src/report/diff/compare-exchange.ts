import { type Exchange, firstValue } from '../../recording/exchange.ts'
import { decoded } from '../../shared/decoded.ts'
import { isObject } from '../../shared/json/object.ts'
import { bodyOf } from './body-kind.ts'
import type { ChangeKind } from './classes.ts'
import { compareHeaders } from './compare-headers.ts'
import { type Circumstances, compareValues } from './compare-values.ts'
import type { Difference } from './difference.ts'
import type { Pairing } from './pairing.ts'
import { sameText } from './same-text.ts'
import { shown } from './shown.ts'

/** Facts about the two whole runs that the comparison of a single exchange needs. */
export interface Runs {
  /** Headers whose value varies within a run. */
  readonly varying: ReadonlySet<string>
  readonly lifetimes: Circumstances['lifetimes']
}

/** Returns the differences between two answers to the same request. */
export function compareExchanges(before: Exchange, after: Exchange, pairing: Pairing, runs: Runs): Difference[] {
  if (before.status !== after.status) {
    const kind = kindOfStatus(before.status, after.status)
    return [{ kind, place: 'status', before: refusalOf(before), after: refusalOf(after) }]
  }
  return [
    ...compareBodies(before, after, pairing, runs),
    ...compareHeaders(before.data.response.headers, after.data.response.headers, pairing, runs.varying),
  ]
}

function kindOfStatus(before: number, after: number): ChangeKind {
  const [was, is] = [Math.floor(before / 100), Math.floor(after / 100)]
  if (is === 5) return 'server error'
  if (was === 2 && is === 4) return 'refused'
  if (was >= 4 && is === 2) return 'admitted'
  if (was === 5) return 'refused rightly'
  return was === 4 && is === 4 ? 'other refusal' : 'other status'
}

/** Returns the status, for refusals with their message, so that equal refusals are grouped. */
function refusalOf(exchange: Exchange): string {
  if (exchange.status < 400) return String(exchange.status)
  const body = bodyOf(exchange)
  if (body.kind !== 'JSON') return `${exchange.status} (${body.kind === 'nothing' ? 'no body' : body.kind})`
  const message = exchange.at('/errors/0/message').value ?? exchange.at('/message').value
  return `${exchange.status}${message === undefined ? '' : ` ${shown(message)}`}`
}

function compareBodies(before: Exchange, after: Exchange, pairing: Pairing, { lifetimes }: Runs): Difference[] {
  const [known, found] = [bodyOf(before), bodyOf(after)]
  if (known.kind !== found.kind)
    return [{ kind: 'other body', place: 'the body', before: known.kind, after: found.kind }]
  if (known.kind === 'JSON' || known.kind === 'XML')
    return compareValues(known.value, found.value, {
      pairing,
      now: [timeOf(before), timeOf(after)],
      isLogin: /\/token\/?$/.test(pathOf(before)),
      isRefusal: before.status >= 400,
      isDocument: isObject(known.value) && ('swagger' in known.value || 'openapi' in known.value),
      lifetimes,
    })
  const [b, a] = [String(known.value), String(found.value)]
  return sameText(b, a, { pairing }) ? [] : [{ kind: 'page', place: known.kind, before: shown(b), after: shown(a) }]
}

/** Returns the time of a response in milliseconds, from its `Date` header if it has one. */
function timeOf({ data }: Exchange): number {
  const told = Date.parse(firstValue(data.response.headers, 'date') ?? '')
  return Number.isNaN(told) ? Date.parse(data.startedAt) : told
}

const pathOf = ({ data }: Exchange) => new URL(data.request.url).pathname

/** Pairs the values that differ between two requests: e-mail addresses, passwords, ids in paths. */
export function learnFromRequests(before: Exchange, after: Exchange, pairing: Pairing): void {
  const [b, a] = [before.data.request, after.data.request]
  const [known, found] = [new URL(b.url), new URL(a.url)]
  pairing.learnSent(known.origin, found.origin)
  pairing.learnSent(known.host, found.host)
  learnParts(`${known.pathname}${known.search}`, `${found.pathname}${found.search}`, pairing)
  learnValues(before.sent('').value ?? b.body?.toString(), after.sent('').value ?? a.body?.toString(), pairing)
}

function learnParts(b: string, a: string, pairing: Pairing): void {
  const [known, found] = [b.split(/[/?&=]/), a.split(/[/?&=]/)]
  if (known.length !== found.length) return
  for (const [index, part] of known.entries()) learnText(decoded(part), decoded(found[index] as string), pairing)
}

function learnValues(b: unknown, a: unknown, pairing: Pairing): void {
  if (typeof b !== typeof a) return
  if (typeof b === 'string' || typeof b === 'number') learnText(String(b), String(a), pairing)
  else if (b && a && typeof b === 'object')
    for (const [name, value] of Object.entries(b)) learnValues(value, (a as Record<string, unknown>)[name], pairing)
}

/** Pairs two texts: the e-mail addresses in them if they have equally many, else the whole texts. */
function learnText(b: string, a: string, pairing: Pairing): void {
  const [known, found] = [b.match(address), a.match(address)]
  if (known && found && known.length === found.length)
    for (const [index, one] of known.entries()) pairing.learnSent(one, found[index] as string)
  else pairing.learnSent(b, a)
}

const address = /[^\s@"'<>=/:,?&]+@[\w.-]+\.[A-Za-z]+/g
