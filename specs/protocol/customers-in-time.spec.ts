import { expect } from '../../src/judge/expect.ts'
import { requirementsOfRun } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { answersWith, each, jsonAnswers } from './every-answer.ts'
import { addressesOf } from './sent-addresses.ts'

const { must } = requirementsOfRun('Customer and address objects')

/** Seconds that the clocks of a shop's servers may differ by. */
const tolerance = 10

const isRegistration = answersWith('POST', /\/V1\/customers\/?$/)
const isUpdate = answersWith('PUT', /\/V1\/customers\/(me|\d+)\/?$/)

/** Registrations that were answered with a customer. */
const registrationsIn = (exchanges: readonly Exchange[]) =>
  jsonAnswers(exchanges).filter((exchange) => isRegistration(exchange) && idOf(exchange) !== undefined)

must(
  'WHOLE-07',
  'No two registrations get the same customer id, and no two of their addresses the same address id',
  {
    why: 'Orders, tokens and links refer to a customer by the id. If the id of a deleted customer is used again, they lead to a stranger.',
    source: [
      code('module-customer/etc/db_schema.xml', '2.4.7-p6'),
      recorded('admin/life#email-free-again'),
      verified('objects'),
    ],
  },
  (exchanges) => {
    const customers = new Map<unknown, Exchange>()
    const addresses = new Map<unknown, Exchange>()
    each(registrationsIn(exchanges), 'registration', (registration) => {
      isNew(customers, idOf(registration), registration, '/id')
      for (const [index, { id }] of addressesOf(registration).entries())
        if (Number.isInteger(id)) isNew(addresses, id, registration, `/addresses/${index}/id`)
    })
  },
)

must(
  'WHOLE-08',
  'After an update, `updated_at` is later than after the registration',
  {
    why: 'Connectors ask for the customers that were changed since the last time. With the old time, they never learn of the change.',
    source: [
      code('module-customer/etc/db_schema.xml', '2.4.7-p6'),
      recorded('me/update#rename'),
      verified('reading-and-writing-the-profile'),
    ],
  },
  (exchanges) => {
    const registered = new Map(registrationsIn(exchanges).map((registration) => [idOf(registration), registration]))
    const pairs = jsonAnswers(exchanges).flatMap((update) => {
      const registration = isUpdate(update) ? registered.get(idOf(update)) : undefined
      return registration && secondsBetween(registration, update) > tolerance ? [{ registration, update }] : []
    })
    each(pairs, `update more than ${tolerance} seconds after its registration`, ({ registration, update }) => {
      const before = registration.at('/updated_at').value
      // A text of this form sorts by time.
      expect(update.at('/updated_at')).toBe(
        `a time after ${before}, as "${registration.name}" has it,`,
        (after) => typeof before !== 'string' || (typeof after === 'string' && after > before),
      )
    })
  },
)

must(
  'WHOLE-09',
  'An update that does not send `created_at` leaves it unchanged',
  {
    why: 'Discounts for new customers and the statistics of registrations depend on it. If each update changes it, every customer is a new one.',
    source: [
      code('module-customer/etc/db_schema.xml', '2.4.7-p6'),
      recorded('me/update#renamed'),
      verified('reading-and-writing-the-profile'),
    ],
  },
  (exchanges) => {
    const latest = new Map<unknown, Exchange>()
    const pairs = jsonAnswers(exchanges).flatMap((answer) => {
      if (![isRegistration, isUpdate].some((holds) => holds(answer)) || idOf(answer) === undefined) return []
      const earlier = latest.get(idOf(answer))
      if (answer.at('/created_at').exists) latest.set(idOf(answer), answer)
      return earlier && isUpdate(answer) && isOfOne(answer) ? [{ earlier, update: answer }] : []
    })
    each(pairs, 'update', ({ earlier, update }) => expect(update.at('/created_at')).toEqual(earlier.at('/created_at')))
  },
)

const idOf = (answer: Exchange): number | undefined => {
  const { value } = answer.at('/id')
  return Number.isInteger(value) ? (value as number) : undefined
}

/** Whether an update is of the customer in its path alone, and leaves out `created_at`: older releases merge another. */
function isOfOne(update: Exchange): boolean {
  const { pathname, search } = new URL(update.data.request.url)
  const named = [pathname.split('/').at(-1), update.sent('/customer/id').value ?? 'me']
  const isIts = named.every((id) => id === 'me' || Number(id) === idOf(update))
  return isIts && search === '' && !update.sent('/customer/created_at').exists
}

/** Seconds that certainly passed between an answer and the beginning of a later request, by the shop's own clock. */
function secondsBetween(earlier: Exchange, later: Exchange): number {
  const [from, to] = [earlier, later].map((answer) => Date.parse(answer.header('date') ?? '') / 1000) as [
    number,
    number,
  ]
  return to - later.data.time / 1000 - from
}

function isNew(seen: Map<unknown, Exchange>, id: unknown, registration: Exchange, place: string): void {
  const owner = seen.get(id)
  if (owner)
    throw new Unmet(
      'an id that nobody had before',
      `${id}, the id that "${owner.name}" of ${owner.data.scenario} got`,
      registration,
      place,
    )
  seen.set(id, registration)
}
