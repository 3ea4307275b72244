/**
 * Sentences about the shop's setup and about what is in front of it. Each begins a row of the table in docs/shops.md
 * (tests/docs/set-up.test.ts). `%name` is replaced by a value.
 */
export const setUpSentences = {
  fieldsMissing: 'The shop refuses registrations without %fields.',
  fieldsFilled: 'Every registration and address of the run has the fields that the shop requires: %fields.',
  fieldsUnknown: 'The shop does not know the field %fields of MAGENTO_CUSTOMER_FIELDS (%said).',
  phoneUnique: 'The shop accepts each telephone number for one account only (%said).',
  phoneRewritten: 'The shop rewrites telephone numbers (%said).',
  namesRefused: 'The shop refuses names with letters beyond A to Z (%said).',
  addressFieldsMissing: 'The shop refuses addresses without %fields.',
  addressRefused: 'The shop refuses the address of Adobe’s tutorial, which a stock shop accepts (%said).',
  registrationRefused: 'The shop refuses the run’s registrations (%said).',
  guestsRefused: 'The shop does not let guests register over REST (%said).',
  guestsReplaced:
    'The shop does not let guests register over REST (%said): the run creates accounts as an administrator.',
  guestsReplacedAtLogin:
    'An account that a guest registers cannot log in (%said): the run creates accounts as an administrator.',
  domainRefused: 'The shop refuses registrations with an e-mail address of %domain (%said).',
  domainsRefused: 'The shop accepts e-mail addresses of certain domains only (%said).',
  restricted: 'Adobe Commerce’s website restriction prevents registrations (%said).',
  passwordRefused: 'The shop refuses the passwords of the run, which have 32 characters of all four classes (%said).',
  captchaAtRegistration: 'The shop requires a captcha at registration (%said).',
  loginRefused: 'A newly registered account cannot log in (%said).',
  tokenRefused: 'A newly registered account can log in, but its token is refused (%said).',
  otherWebsite: 'MAGENTO_STORE_CODE is a store view of website %website: registrations name website and store view.',
  otherPages: 'The pages at MAGENTO_BASE_URL belong to another website than website %website, where the run registers.',
  headerLost:
    'The header Authorization does not reach the shop: a request with a valid token gets the same response as one without.',
  tokensOpaque:
    'The shop issues opaque tokens of 32 characters, as releases before 2.4.4 do, or without Magento_JwtUserToken.',
  developerMode: 'The shop runs in developer mode: errors contain a stack trace.',
  locksEarly: 'The shop refuses the right password after %attempts failed logins of an account.',
  challenge: 'A challenge that only a browser can solve is in front of the shop: %who.',
  front: 'Something in front of the shop answers %method with %status instead of the shop: %who.',
  mailLate: 'The mail of the first registration came after %seconds s, later than MAGENTO_MAIL_TIMEOUT (%timeout s).',
  mailMissing: 'No mail came within %seconds s, neither for a registration nor for a reset request.',
  mailWelcomeMissing: 'The shop sends no mail for a registration, but one for a reset request.',
  mailWithoutLink: 'The welcome mail has no link with a token.',
  mailWithoutPasswordLink: 'The mail to an account without a password has no link with a token.',
  mailLinksElsewhere: 'The links of the shop’s mails lead to %host, and not to the shop.',
  mailsMore: 'The shop sends more than one mail for a registration (%count).',
  mailLinksCounted: 'The links of the shop’s mails lead through %host, and do not show the token.',
} as const

/** Returns the sentence with its placeholders replaced; one without a value is removed with the space before it. */
export function setUpSentence(
  name: keyof typeof setUpSentences,
  found: Readonly<Record<string, string | number>> = {},
): string {
  return setUpSentences[name].replace(/ ?%([a-z]+)/g, (place, key: string) => {
    const value = found[key] ?? ''
    return value === '' ? '' : place.replace(`%${key}`, () => String(value))
  })
}
