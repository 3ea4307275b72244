import type { Circumstance } from '../../src/judge/requirement.ts'

/** A shop that drops or refuses an address: it does not allow the country, or has its own rule for addresses. */
export const without = (country: 'US' | 'GB' | 'DE'): Circumstance => ({
  probe: `country ${country}`,
  is: false,
  why: `the shop rejects such an address in ${country}: it does not allow the country, its regions have other ids, or it has a validation rule of its own`,
})

/** A shop that requires a field of each customer, so that it cannot be unset. */
export const requiring = (field: string): Circumstance => ({
  probe: `field ${field}`,
  is: true,
  why: `the shop requires ${field}, which the run sends with every customer`,
})

/** A shop where only the administrator creates accounts, so that registration by guests cannot be tested. */
export const guestsKeptOut: Circumstance = {
  probe: 'guests register',
  is: false,
  why: 'guests cannot register over REST in this shop, and the administrator creates the accounts of the run',
  setting: 'allow guests to register on the staging shop (POST /V1/customers)',
}

/** A shop without the newsletter module. */
export const noNewsletter: Circumstance = {
  probe: 'newsletter',
  is: false,
  why: 'the shop’s customers have no newsletter subscription (module Magento_Newsletter)',
}

/** A shop whose streets have one line. */
export const oneStreetLine: Circumstance = {
  probe: 'street lines',
  is: 1,
  why: 'a street address has one line in this shop (customer/address/street_lines)',
}

/** A shop whose welcome mail has no link with a token, for example because of a custom template. */
export const noWelcomeLink = {
  probe: 'welcome link',
  is: false,
  why: 'the shop’s welcome mail has no link with a token',
  setting: 'use Magento’s welcome mail on the staging shop, or set MAGENTO_RESET_LINK',
} as const satisfies Circumstance

/** A shop that sends no welcome mail, for example because another system sends it. */
export const noWelcomeMail: Circumstance = {
  probe: 'welcome mail',
  is: false,
  why: 'the shop sends no mail for a registration, but one for a reset request',
  setting: 'let the staging shop send Magento’s welcome mail; if it is meant to, this is a defect of the shop',
}

/** A shop whose mail to an account without a password has no link to set one. */
export const noPasswordLink = {
  probe: 'password link',
  is: false,
  why: 'the shop’s mail to an account without a password has no link with a token',
  setting: 'use Magento’s mail for accounts without a password on the staging shop, or set MAGENTO_RESET_LINK',
} as const satisfies Circumstance

/** A shop where the telephone is optional. */
export const noTelephone: Circumstance = {
  probe: 'telephone optional',
  is: true,
  why: 'the telephone is optional in this shop (customer/address/telephone_show)',
}

/** A shop where addresses in the United States need no postcode. */
export const noPostcode: Circumstance = {
  probe: 'postcode optional',
  is: true,
  why: 'the postcode is optional in this shop (general/country/optional_zip_countries)',
}

/** A shop for which the settings give each address of the run a telephone. */
export const ownTelephone: Circumstance = {
  probe: 'field address telephone',
  is: true,
  why: 'MAGENTO_CUSTOMER_FIELDS gives every address of the run a telephone',
}

/** A shop from 2.4.4 on that issues opaque tokens like earlier releases. */
export const opaqueTokens: Circumstance = {
  probe: 'opaque tokens',
  is: true,
  why: 'the shop issues opaque tokens, as it does without the module Magento_JwtUserToken',
}
