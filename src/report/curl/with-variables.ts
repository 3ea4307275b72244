import type { Exchange } from '../../recording/exchange.ts'
import { isRegistration, type OwnValues } from './own-values.ts'
import { type Part, replaced } from './template.ts'
import type { Use, Variable } from './variables.ts'

type Replacement = (match: RegExpExecArray) => readonly Part[] | undefined

/** Replaces the run's values in a text of a request with the reader's shell variables. */
export function withVariables(text: string, exchange: Exchange, own: OwnValues, use: Use): Part[] {
  const { value: registered } = exchange.sent('/customer/email')
  const isRegistering = isRegistration(exchange)
  /** An unregistered address stays unchanged, unless this request registers it: then it becomes a new one. */
  const emailIn = (email: string): Part[] | undefined => {
    const owner = email.toLowerCase()
    const first = own.registrations.get(owner)
    const isNew = isRegistering && email === registered && (first === undefined || first === exchange)
    if (!isNew && first === undefined) return undefined
    const given = isNew ? use('NEW_EMAIL') : use('EMAIL', owner)
    if (email === owner || email === first?.sent('/customer/email').value) return [given]
    return [{ shell: `"$(printf %s ${given.shell} | tr a-z A-Z)"` }]
  }
  const known =
    (ids: ReadonlyMap<string, string>, variable: Variable): Replacement =>
    ([, name = '', id = '']) =>
      ids.has(id) ? [name, use(variable, ids.get(id))] : undefined
  const steps: readonly (readonly [RegExp, Replacement])[] = [
    // First, because the preceding text decides whose id it is. It is searched only from an id: a body may be large.
    [/("id":"?)(?<="addresses":\[.*)(\d+)/gs, known(own.addressIds, 'ADDRESS_ID')],
    [/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, ([token]) => (own.tokens.has(token) ? [use('TOKEN')] : undefined)],
    [/contract-[0-9a-f]{10}-\d+(?:\+\w+)?@[\w.-]+/gi, ([email]) => emailIn(email)],
    [/(contract-[0-9a-f]{10}-\d+)%40([\w.-]+)/gi, ([, local, domain]) => emailIn(`${local}@${domain}`)],
    [
      /("(?:password|currentPassword)":")([^"\\]+)(?=")/g,
      ([, name = '', value = '']) =>
        isRegistering || (own.passwords.get(value) ?? '~') > exchange.data.startedAt
          ? undefined
          : [name, use('PASSWORD')],
    ],
    [/()([A-Za-z0-9]{32})/g, known(own.resetTokens, 'RESET_TOKEN')],
    [/()([A-Za-z0-9]{32})/g, known(own.confirmationKeys, 'CONFIRMATION_KEY')],
    [/("default_?[bB]illing":"|"default_?[sS]hipping":"|\/addresses\/)(\d+)/g, known(own.addressIds, 'ADDRESS_ID')],
    [/(\/customers\/|"(?:id|customer_?[iI]d)":"?)(\d+)/g, known(own.customerIds, 'CUSTOMER_ID')],
    [/("id":"?)(\d+)/g, known(own.addressIds, 'ADDRESS_ID')],
  ]
  return steps.reduce((parts: Part[], [pattern, replace]) => replaced(parts, pattern, replace), [text])
}
