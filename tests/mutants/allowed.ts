/** A kind of undetected mutants that break no requirement of these endpoints, and why. */
export interface Allowed {
  readonly why: string
  readonly scenario?: RegExp
  readonly exchange?: RegExp
  readonly kind?: RegExp
  readonly at?: RegExp
}

export const allowed: readonly Allowed[] = [
  {
    why: 'the live schema is a document about the API; what it says is compared with the answers elsewhere',
    scenario: /^self-description$/,
  },
  {
    why: 'extension attributes are optional: modules add them, and releases before 2.4.0 leave them out of some answers',
    at: /\/extension_attributes/,
  },
  {
    why: 'an address without a region has null for its code and name',
    kind: /^nulled$/,
    at: /\/region\/(region_code|region)$/,
  },
  {
    why: 'an address that was sent without a region has no region_id beside it',
    kind: /^dropped$/,
    at: /\/addresses\/\d+\/region_id$/,
  },
  {
    why: 'attribute metadata is about the form in the storefront, not about accounts',
    scenario: /^administration-read$/,
    exchange: /^(address )?attributes$/,
  },
  {
    why: 'names of countries, their regions and currencies are facts about the shop, not about accounts',
    scenario: /^directory$/,
  },
  {
    why: 'names of countries, their regions and currencies are facts about the shop, not about accounts',
    scenario: /^storefront-/,
    exchange: /^country/,
  },
  {
    why: 'which fields an address has, and the columns of the list beside name, street and city, are the shop’s to choose',
    scenario: /^storefront-/,
    exchange: /^(new address|address book)$/,
    kind: /^(field renamed|text changed)$/,
  },
  {
    why: 'a client drops the body of an answer to HEAD, and what the HTML page of an unserved Accept says is no promise',
    exchange: /^(HEAD|HTML.*|create for HTML)$/,
    kind: /^(body empty|labelled)/,
  },
  {
    why: 'the value in the parameters of a refusal is what the client sent, null included',
    kind: /^nulled$/,
    at: /^\/parameters\/(fieldValue|field2Value)$/,
  },
  {
    why: 'whether an id in the parameters of a refusal is a number or a text differs between releases',
    kind: /^type changed$/,
    at: /^\/parameters\/(fieldValue|field2Value|value)$/,
  },
  {
    why: 'where a login leads is the shop’s to choose (customer/startup/redirect_dashboard): the account page shows whether it is one',
    scenario: /^storefront-(account|escaping)$/,
    exchange: /^(login|wrong password|no form key|wrong form key)$/,
    kind: /^leads to the front page$/,
  },
  {
    why: 'the login page is judged where nobody lured the visitor to it, in the scenario storefront-account',
    scenario: /^storefront-escaping$/,
    exchange: /^login page$/,
  },
]
