import type { Exchange } from '../recording/exchange.ts'
import type { SetupFinding } from '../recording/recording.ts'
import { setUpSentence } from '../recording/set-up-sentences.ts'
import { isObject } from '../shared/json/object.ts'
import type { Ask } from '../target/client/request.ts'
import { nameOf } from '../target/guard/budget.ts'
import { type Barrier, refusedAddress } from './barrier.ts'
import { documented } from './documented.ts'
import { digitsMark, type Fitting } from './fitting.ts'
import { untestableBy } from './halt.ts'
import { said } from './refusal-words.ts'

/** Names that all releases accept: non-Latin letters, a digit, an apostrophe. */
const ordinary = { firstname: 'Łucja Жанна', lastname: "O'Neil 2" }

interface Second {
  readonly fitting: Fitting
  readonly setup: readonly SetupFinding[]
  readonly barriers: readonly Barrier[]
}

/**
 * Registers a second account with the data of the first, but another e-mail address and other names. If that is
 * refused, the shop requires unique telephone numbers, or accepts only some letters in names.
 * @param register sends a registration, with other names if given
 */
export async function secondRegistration(
  fitting: Fitting,
  register: (fitting: Fitting, names?: Record<string, string>) => Promise<Exchange>,
): Promise<Second> {
  const first = await register(fitting, ordinary)
  const none = { fitting, setup: [], barriers: [] }
  if (!isRefused(first)) return none
  const again = await register(fitting)
  if (!isRefused(again)) return { fitting, ...namesRefused(first) }
  const numbered = withOwnNumbers(fitting)
  if (isRefused(await register(numbered))) return none
  const names = await register(numbered, ordinary)
  const told = isRefused(names) ? namesRefused(names) : none
  const { finding, barrier } = phoneRefused(again)
  return { fitting: numbered, setup: [finding, ...told.setup], barriers: [barrier, ...told.barriers] }
}

const isRefused = ({ status, body }: Exchange) => status === 400 && body.json !== undefined

const withOwnNumbers = (fitting: Fitting): Fitting => withTelephone(fitting, digitsMark)

/**
 * Finds a shop that stores a telephone number in another form, and sends it in that form from then on.
 * @param answer to a registration with an address
 */
export function keptNumber(fitting: Fitting, answer: Exchange): Pick<Second, 'fitting' | 'setup'> | undefined {
  const sent = String(documented.customer.addresses[0]?.telephone)
  const kept = answer.at('/addresses/0/telephone').value
  const digits = (text: string) => text.replace(/\D/g, '')
  if (typeof kept !== 'string' || kept === sent || !digits(kept).endsWith(digits(sent))) return undefined
  if (fitting.fields.address.fields.telephone !== undefined) return undefined
  const sentence = setUpSentence('phoneRewritten', { said: `"${sent}" to "${kept}"` })
  const next =
    'If a module does so on purpose, nothing: every address of the run has a number in the form that the shop keeps. If not, it is a defect of the shop: Magento keeps a number as it was sent.'
  return {
    fitting: withTelephone(fitting, kept),
    setup: [{ cause: 'required-field', effect: 'adapted', sentence, next }],
  }
}

const withTelephone = (fitting: Fitting, telephone: string): Fitting => {
  const { fields, taken } = fitting
  return {
    ...fitting,
    fields: { ...fields, address: { ...fields.address, fields: { ...fields.address.fields, telephone } } },
    taken: { ...taken, given: { ...taken.given, address: { ...taken.given.address, telephone } } },
  }
}

/**
 * A second registration of the same account has the same number, and may be refused for it before its e-mail is
 * checked.
 */
function phoneRefused(refusal: Exchange): { finding: SetupFinding; barrier: Barrier } {
  const sentence = setUpSentence('phoneUnique', { said: said(refusal) })
  const next =
    'Every account of the run has a number of its own; MAGENTO_CUSTOMER_FIELDS gives its form, such as {"address": {"telephone": "+1512{{digits}}"}}.'
  return {
    finding: { cause: 'required-field', effect: 'adapted', sentence, next },
    barrier: refusedAddress(refusal, untestableBy('fields', sentence, next)),
  }
}

function namesRefused(refusal: Exchange): Pick<Second, 'setup' | 'barriers'> {
  const sentence = setUpSentence('namesRefused', { said: said(refusal) })
  const next =
    'If a module limits names on purpose, nothing, or give names in MAGENTO_CUSTOMER_FIELDS: {"firstname": "Jane", "lastname": "Doe"}. If not, it is a defect of the shop: Magento takes letters of every alphabet, digits and apostrophes.'
  const halt = untestableBy('names', sentence, next)
  return {
    setup: [{ cause: 'required-field', effect: 'limits', sentence, next }],
    barriers: [{ halt, at: refusedNames(refusal), goesOn: true }],
  }
}

/**
 * Matches refusals of names other than plain letters, and failed logins of accounts that are missing because of them.
 */
function refusedNames(refusal: Exchange): (request: Ask, answer: Exchange) => boolean {
  const lines = (answer: Exchange) => String(answer.at('/message').value).split('\n')
  const usual = /^(First|Last|Middle) Name is not valid!$/
  const told = lines(refusal)
  const missing = new Set<string>()
  return (request, answer) => {
    if (answer.status === 401) return missing.has(nameOf(request) ?? '')
    const customer = isObject(request.json) ? request.json.customer : undefined
    if (answer.status !== 400 || !isObject(customer)) return false
    const persons = [customer, ...(Array.isArray(customer.addresses) ? customer.addresses.filter(isObject) : [])]
    const names = persons.flatMap((person) => ['firstname', 'lastname', 'middlename'].map((name) => person[name]))
    if (names.every((name) => name === undefined || isPlain(name))) return false
    if (
      !lines(answer).every((line) => told.includes(line) || (usual.test(line) && told.some((one) => usual.test(one))))
    )
      return false
    if (typeof customer.email === 'string') missing.add(customer.email.toLowerCase())
    return true
  }
}

const isPlain = (name: unknown) => typeof name === 'string' && /^[A-Za-z ]+$/.test(name)
