import type { Details, Level, Shop } from '../../src/judge/requirement.ts'
import { untestable } from '../../src/judge/unmet.ts'
import { Exchange } from '../../src/recording/exchange.ts'

type Define<T> = (id: string, sentence: string, details: Details, check: (read: T, shop: Shop) => void) => void
type Levels<T> = Record<Level, Define<T>>

/** The same levels, for requests of the run's administrator: a missing permission says nothing about the shop. */
export function asAdministrator<T extends object>({ must, should, may }: Levels<T>): Levels<T> {
  const guarded =
    (define: Define<T>): Define<T> =>
    (id, sentence, details, check) => {
      define(id, sentence, details, (read, shop) => {
        check(new Proxy(read, { get: (names, name) => permitted(Reflect.get(names, name)) }), shop)
      })
    }
  return { must: guarded(must), should: guarded(should), may: guarded(may) }
}

/** Permissions that a restricted administrator may lack; access to customers was checked before the run. */
const grantable = /^Magento_Customer::(manage|actions|delete)$/

/** @throws Undecided if the response says that the administrator lacks a permission */
export function permitted(answer: unknown): unknown {
  if (!(answer instanceof Exchange) || answer.status !== 401) return answer
  const { value: resource } = answer.at('/parameters/resources')
  if (typeof resource === 'string' && grantable.test(resource))
    untestable(
      `the run’s administrator was refused the permission ${resource}`,
      'use an administrator with all permissions for customers',
    )
  return answer
}
