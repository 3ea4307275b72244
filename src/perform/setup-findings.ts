import type { Exchange } from '../recording/exchange.ts'
import type { Halt, Probe, ScenarioOutcome, SetupFinding } from '../recording/recording.ts'
import { setUpSentence } from '../recording/set-up-sentences.ts'
import { namesOf } from '../target/customer-fields.ts'
import type { Fitting } from './fitting.ts'
import { untestableBy } from './halt.ts'
import { listed, said } from './refusal-words.ts'
import { isMissingField, namesIn } from './required-fields.ts'
import { settingFor } from './stock-fields.ts'

export const guestsDoNotRegister: Record<string, Probe> = {
  'guests register': { value: false, from: 'the refusal of a guest, or of the login of the account that it made' },
}

/** @param what selects the sentence about the refusal */
export function guestsClosed(
  refusal: Exchange,
  what: 'guestsReplaced' | 'guestsReplacedAtLogin' = 'guestsReplaced',
): SetupFinding[] {
  return [
    {
      cause: 'guest-registration',
      effect: 'adapted',
      sentence: setUpSentence(what, { said: said(refusal) }),
      next: 'What is promised of a guest’s registration is untestable; open the route to guests to test it.',
    },
  ]
}

/** Returns a finding for each kind of answer that came from something in front of the shop. */
export function frontFindings(outcomes: readonly ScenarioOutcome[]): SetupFinding[] {
  const found = new Map<string, SetupFinding>()
  for (const { halt, without = {} } of outcomes)
    for (const one of [halt, ...Object.values(without)])
      if (one?.kind === 'untestable' && one.power === 'front')
        found.set(one.why, { cause: 'front', effect: 'limits', sentence: `${one.why}.`, next: asSentence(one.setting) })
  return [...found.values()]
}

const asSentence = (clause: string) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`

/**
 * Returns finding and halt for accounts that cannot log in or have no access.
 * @param what selects the sentence about the refusal
 */
export function loginRefused(
  refusal: Exchange,
  what: 'loginRefused' | 'tokenRefused' = 'loginRefused',
): { finding: SetupFinding; halt: Halt } {
  const sentence = setUpSentence(what, { said: said(refusal) })
  const next = /captcha|turnstile|security (check|validation|verification)|robot/i.test(said(refusal))
    ? 'Switch the captcha off for logins on the staging shop.'
    : 'Switch off what keeps new accounts out on the staging shop: confirmation by e-mail (customer/create_account/confirm), which an administrator of the run confirms as well, or approval by hand, whose attribute MAGENTO_CUSTOMER_FIELDS may set.'
  return {
    finding: { cause: 'login', effect: 'limits', sentence, next },
    halt: untestableBy('login', sentence, next),
  }
}

/** Returns facts that change how requirements judge this shop, or make them inapplicable. */
export function probesOf(fitting: Fitting): Record<string, Probe> {
  const probes: Record<string, Probe> = {}
  for (const name of namesOf(fitting.fields))
    probes[`field ${name}`] = { value: true, from: 'what the shop requires, or MAGENTO_CUSTOMER_FIELDS' }
  if (fitting.registrar !== undefined) Object.assign(probes, guestsDoNotRegister)
  if (fitting.place) probes['own website'] = { value: true, from: 'the website of MAGENTO_STORE_CODE' }
  const lines = fitting.streetLines
  if (lines !== undefined)
    probes['street lines'] = { value: lines, from: 'attributeMetadata, or the refusal of two lines' }
  return probes
}

/** A shop without the newsletter module refuses a registration with a subscription. */
export function newsletterProbe(registered: Exchange): Record<string, Probe> {
  const knows = !registered.at('/id').exists || registered.at('/extension_attributes/is_subscribed').exists
  return knows ? {} : { newsletter: { value: false, from: 'a registration, whose answer has no is_subscribed' } }
}

/**
 * Returns findings about how the run adapts to this shop.
 * @param refusedGuest the error response to a guest's registration
 */
export function adaptations(fitting: Fitting, refusedGuest: Exchange | undefined): SetupFinding[] {
  const fields = namesOf(fitting.fields)
  const filled: SetupFinding[] = fields.length
    ? [
        {
          cause: 'required-field',
          effect: 'adapted',
          sentence: setUpSentence('fieldsFilled', { fields: fields.join(', ') }),
          next: 'MAGENTO_CUSTOMER_FIELDS gives them other values.',
        },
      ]
    : []
  const closed = refusedGuest ? guestsClosed(refusedGuest) : []
  const placed: SetupFinding[] = fitting.place
    ? [
        {
          cause: 'store-view',
          effect: 'adapted',
          sentence: setUpSentence('otherWebsite', { website: fitting.place.website_id }),
        },
      ]
    : []
  return [...filled, ...closed, ...placed]
}

/** Facts for a shop that refuses the tutorial's address and similar ones. */
export const addressesRefused: Record<string, Probe> = Object.fromEntries(
  ['US', 'GB', 'DE'].map((country) => [
    `country ${country}`,
    { value: false, from: 'the refusal of the tutorial’s address' },
  ]),
)

/**
 * Returns finding and halt if the shop refuses the run's addresses for missing fields or by its own rule.
 * @returns undefined for a refusal in Magento's own words, which is judged
 */
export function addressFinding(refusal: Exchange): { halt: Halt; finding: SetupFinding } | undefined {
  const limit = (sentence: string, next: string) => ({
    halt: untestableBy('fields', sentence, next),
    finding: { cause: 'required-field' as const, effect: 'limits' as const, sentence, next },
  })
  if (isMissingField(refusal)) {
    const names = namesIn(refusal)
    const setting = settingFor(names, 'address')
    return limit(
      setUpSentence('addressFieldsMissing', { fields: listed(names) }),
      `Set MAGENTO_CUSTOMER_FIELDS='${setting}', with values that the shop takes.`,
    )
  }
  if (isStockAddressRefusal(refusal)) return undefined
  return limit(
    setUpSentence('addressRefused', { said: said(refusal) }),
    'Set in MAGENTO_CUSTOMER_FIELDS what an address has to have there, such as {"address": {"telephone": "+15125551111"}}.',
  )
}

/** True for the message of a stock shop, or one whose parameters name a field. */
const isStockAddressRefusal = (refusal: Exchange): boolean =>
  refusal.status !== 400 ||
  refusal.at('/parameters/fieldName').exists ||
  /^Invalid (City|Street Address|Phone Number)|^".+" cannot contain more than|is not valid!/m.test(
    String(refusal.at('/message').value ?? ''),
  )

/** Returns finding and halt if the shop refuses all addresses of domains other than MAGENTO_EMAIL_DOMAIN. */
export function domainsFinding(refusal: Exchange): { halt: Halt; finding: SetupFinding } {
  const sentence = setUpSentence('domainsRefused', { said: said(refusal) })
  const next =
    'What it answers to addresses of another form is untestable; switch the rule off on the staging shop to test it.'
  return {
    halt: untestableBy('email-domain', sentence, next),
    finding: { cause: 'email-domain', effect: 'limits', sentence, next },
  }
}

/**
 * Returns finding and halt if the pages at the base URL belong to the default website, where the run's accounts do not
 * exist.
 */
export function pagesFinding(website: number): { halt: Halt; finding: SetupFinding } {
  const sentence = setUpSentence('otherPages', { website })
  const next = 'Set MAGENTO_STOREFRONT_URL to the address that customers of this website open.'
  return {
    halt: untestableBy('storefront', sentence, next),
    finding: { cause: 'store-view', effect: 'limits', sentence, next },
  }
}
