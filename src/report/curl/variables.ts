import type { Exchange } from '../../recording/exchange.ts'
import type { Recording } from '../../recording/recording.ts'
import { quote } from './template.ts'

/** Values that only the reader knows, in the order of the checks. */
const fromOutside = ['EMAIL', 'PASSWORD', 'CUSTOMER_ID', 'ADDRESS_ID', 'RESET_TOKEN', 'CONFIRMATION_KEY'] as const
type FromOutside = (typeof fromOutside)[number]

/** Variables that a script reads from the environment or sets. */
export type Variable = FromOutside | 'TOKEN' | 'ADMIN_TOKEN' | 'NEW_EMAIL'

/** Returns a shell variable and notes its use. @param owner e-mail address of its customer */
export type Use = (variable: Variable, owner?: string) => { readonly shell: string }

const other = 'OTHER_'

/** Tracks the variables used. Variables of a second customer have another name. */
export function usage(): { readonly use: Use; readonly used: ReadonlySet<string> } {
  const used = new Set<string>()
  let first: string | undefined
  const use: Use = (variable, owner) => {
    first ??= owner
    const name = owner === undefined || owner === first ? variable : `${other}${variable}`
    used.add(name)
    return { shell: `"$${name}"` }
  }
  return { use, used }
}

const meanings: Record<FromOutside, string> = {
  EMAIL: 'the e-mail address of a customer',
  PASSWORD: 'the password of that customer',
  CUSTOMER_ID: 'the id of a customer',
  ADDRESS_ID: 'the id of an address of the customer',
  RESET_TOKEN: 'the token in the link of a reset mail to a customer',
  CONFIRMATION_KEY: 'the key in the link of a confirmation mail to a customer',
}

const need = (variable: FromOutside) => `: "\${${variable}:?set ${variable} to ${meanings[variable]}}"`
const needOther = (variable: FromOutside) => {
  const meaning = meanings[variable].replace(/\b(a|the|that) customer\b/, 'a second customer')
  return `: "\${${other}${variable}:?set ${other}${variable} to ${meaning}}"`
}

const types = `-H 'accept: application/json' -H 'content-type: application/json'`

/** Returns the lines that check or set the variables of a script. */
export function setUp(used: ReadonlySet<string>, exchange: Exchange, { meta }: Recording): string[] {
  const base = /^.*?\/rest\/[^/]+/.exec(exchange.data.request.url)?.[0] ?? `${meta.target}/rest/${meta.store}`
  return [
    ...(used.has('NEW_EMAIL') ? [newEmail(exchange)] : []),
    ...fromOutside.filter((name) => used.has(name)).map(need),
    ...fromOutside.filter((name) => used.has(`${other}${name}`)).map(needOther),
    ...(used.has('TOKEN') ? login(base, 'TOKEN', 'EMAIL', 'PASSWORD', 'a customer') : []),
    ...(used.has('ADMIN_TOKEN')
      ? login(base, 'ADMIN_TOKEN', 'ADMIN_USERNAME', 'ADMIN_PASSWORD', 'an administrator')
      : []),
  ]
}

/** Uses a given token, or logs in. */
function login(base: string, token: 'TOKEN' | 'ADMIN_TOKEN', name: string, password: string, of: string): string[] {
  const given = `set ${token}, or ${name} and ${password}, of ${of}`
  const url = quote(`${base}/V1/integration/${token === 'TOKEN' ? 'customer' : 'admin'}/token`)
  const body = `'{"username":"'"$${name}"'","password":"'"$${password}"'"}'`
  return [
    `[ "$${token}" ] || : "\${${name}:?${given}}" "\${${password}:?${given}}"`,
    `${token}=\${${token}:-$(curl -sg -X POST ${url} ${types} --data-raw ${body} | tr -d '"')}`,
  ]
}

/** Keeps the run's domain, as the shop may accept no other. */
function newEmail(exchange: Exchange): string {
  const { value } = exchange.sent('/customer/email')
  const domain = /@([\w.-]+)$/.exec(String(value))?.[1] ?? 'example.com'
  return `NEW_EMAIL=\${NEW_EMAIL:-contract-$(date +%s)-$$@${domain.toLowerCase()}}`
}
