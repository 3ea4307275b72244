import { closest } from 'fastest-levenshtein'
import type { Exchange } from '../../recording/exchange.ts'
import { checkSelector } from '../../shared/html.ts'
import { isObject } from '../../shared/json/object.ts'

/** CSS selectors of what the suite reads in Luma, the theme of a stock shop. */
export const luma = {
  loginForm: 'form#login-form',
  customer: '.block-dashboard-info .box-information .box-content',
  billing: '.block-dashboard-addresses .box-billing-address address',
  shipping: '.block-dashboard-addresses .box-shipping-address address',
  bookBilling: '.block-addresses-default .box-address-billing address',
  bookShipping: '.block-addresses-default .box-address-shipping address',
  bookOthers: '.block-addresses-list tbody tr, .block-addresses-list li.item, .block-addresses-list .empty',
  addressForm: 'form.form-address-edit',
  passwordForm: 'form.form.password.reset',
} as const

export type SelectorName = keyof typeof luma
export type Selectors = Readonly<Record<SelectorName, string>>

/** Name of the fact about the shop with selectors that replace Luma's, as JSON. */
export const selectorsProbe = 'storefront selectors'

/** Class of the markup that the suite writes into addresses: no element of a page may have it. */
export const markupProbe = 'contract-markup'

/** Parses selectors that replace some of Luma's, as JSON. @throws Error that says what is wrong */
export function selectorsFrom(text: string): Selectors {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new Error('it is no JSON')
  }
  if (!isObject(given)) throw new Error('it is no JSON object')
  for (const [name, selector] of Object.entries(given)) {
    if (!Object.hasOwn(luma, name))
      throw new Error(`"${name}" is not a known name; the nearest is "${closest(name, Object.keys(luma))}"`)
    if (typeof selector !== 'string' || selector.trim() === '') throw new Error(`"${name}" has no selector`)
    try {
      checkSelector(selector)
    } catch (error) {
      throw new Error(`"${name}" is "${selector}", which is no CSS selector: ${(error as Error).message}`)
    }
  }
  return { ...luma, ...(given as Partial<Selectors>) }
}

/** The message for a page of another theme or without HTML. */
export function noMarkup({ name: page, status }: Exchange, name: SelectorName, selector: string): string {
  return `no Luma markup found: "${page}" (${status}) has nothing that fits ${selector} (MAGENTO_STOREFRONT_SELECTORS: ${name})`
}
