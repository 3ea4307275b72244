import { everyRelease, has, lacks, parseRelease, type ReleaseRange, signs } from '../release/index.ts'

/** Rules that are on in a range of releases. D-numbers are those of the dossier, section 17. */
const switches = {
  // Routing, protocol, headers
  unsupportedVerbIs405: has('unknown-method-is-405'), // D05
  noStore: has('no-store-on-every-answer'), // D06
  xmlEscapesTwice: lacks('xml-escapes-once'), // magento/magento2#18361
  lazySession: has('refusals-start-no-session'), // D07
  sameSiteCookie: has('session-cookie-has-samesite'),
  cookieDatesWithBlanks: has('cookie-dates-have-blanks'), // PHP 8
  unknownPropertyIsRefused: has('unknown-field-is-refused'), // D09
  inputLimits: has('input-size-is-limited'), // D10
  scriptIsRefused: has('script-in-text-is-refused'), // D13
  captcha: has('recaptcha-guards-rest'), // D16
  captchaOnResend: has('recaptcha-guards-resent-confirmations'),
  imageCaptcha: has('image-captcha-guards-registration'),
  secondFactor: has('second-factor'), // D18
  asyncIsServed: has('async-is-served'),
  unknownSchemaServiceIsText: has('unknown-schema-service-is-text'), // D08, seen on 2.4.5-p13
  listedAttributeCodeIsText: has('listed-attribute-code-is-text'),
  schemaNamesSecurity: has('schema-names-security'),
  schemaNamesRefusedLogin: has('schema-names-refused-login'), // as Adobe's documents do; not recorded
  adminFailureDropsFormKey: has('admin-failure-drops-form-key'),
  blankAfterNumber: has('php-8-reads-numbers'), // PHP 8
  // Authorisation
  deleteHasOwnResource: has('delete-has-own-permission'), // D20
  storeSharing: has('store-views-are-separate'), // D22
  adminStoreFallsBack: has('all-path-is-the-default-website'), // D23
  integrationTokenNeedsSetting: has('integration-token-needs-setting'), // D24
  signsWithSha1: lacks('sha1-signature-is-refused'), // magento/magento2#35510
  integrationsDoNotMerge: has('integrations-do-not-merge'), // D54
  signedPathIsDecoded: has('signed-path-is-decoded'), // magento/magento2#37913
  assistanceIsKnown: has('login-assistance-is-known'),
  // Registration and profile
  confirmationLeaks: lacks('confirmation-key-is-hidden'), // D34
  passwordlessNeedsConfirmation: has('account-without-password-needs-confirmation'), // D35
  randomConfirmationKey: has('confirmation-key-is-random'), // D36
  badCountryIsDropped: has('bad-country-is-dropped'), // D37
  missingTextCrashes: has('missing-name-breaks'), // D38
  telephoneTrimmed: has('telephone-is-trimmed'), // D39
  addressValidators: has('address-texts-are-checked'), // D42
  addressErrorsByLabel: has('address-errors-by-label'),
  listsValidatorMessages: has('validator-messages-are-listed'),
  streetIsChecked: has('street-is-checked'),
  cityAndTelephoneTakeMore: has('city-and-telephone-take-more'),
  birthDateInOtherWords: has('birth-date-in-other-words'),
  guestActivates: has('guest-activates-with-key'),
  unknownGroupIsRefused: has('unknown-group-is-refused'), // D43
  omittedGroupIsDefault: lacks('group-is-kept-on-update'),
  defaultsNeedAddresses: has('defaults-need-addresses'), // D48
  newDefaultIsLost: lacks('new-default-outlives-earlier'), // magento/magento2#16854
  reconfirmsEmail: has('changed-email-is-confirmed'), // D51
  createdAtIsKept: has('creation-time-is-kept'), // D52
  adminMerges: has('admin-update-merges'), // D53
  adminMergeErrorsAsText: has('unknown-id-is-text'),
  queryCustomerMerges: has('query-names-customer'),
  subscriptionInSearch: has('search-tells-subscription'), // D55
  defaultShippingFirst: has('default-shipping-comes-first'), // D56
  resendAnswersTrue: has('resend-answers-true'), // D59
  confirmedMailOnlyBeforeLogin: has('welcome-mail-only-before-first-login'), // D61
  emailAlwaysAvailable: has('every-email-is-available'), // D62
  genderOptionsChecked: has('gender-is-checked'),
  omittedBirthDateIsDeleted: has('omitted-birth-date-is-deleted'),
  newlineInNameCrashes: lacks('newline-in-name-is-stored'),
  unicodeLocalPart: has('email-host-in-other-words'),
  searchRepeatsLastPage: lacks('search-ends-after-last-page'),
  // Tokens, lockout, reset
  jsonWebTokens: has('json-web-tokens'), // D70 D71 D72 D75 D76 D78 D79
  fractionalLifetime: has('lifetime-may-be-a-fraction'), // D73
  revokeRoute: has('customer-revokes-tokens'), // D77
  throttleEndsByItself: has('name-lock-ends-by-itself'), // D81
  loginClearsLock: has('login-clears-wrong-passwords'), // D82
  unconfirmedIsNamed: has('unconfirmed-is-told-at-login'), // D83
  excludedGroups: has('groups-can-be-excluded'), // D84
  lastLoginRecorded: has('login-time-is-recorded'), // D86
  streetLinesNumbered: has('street-lines-are-numbered'),
  storefrontNamesCustomer: has('reset-link-has-id'), // D93
  resetClearsLock: has('reset-ends-lock'), // D87
  resetsAreLimited: has('resets-are-limited'), // D88
  emptyEmailFindsByToken: lacks('reset-needs-email'), // D91
  negativeIdIsInvalid: lacks('negative-id-is-unknown'), // D92
  emptyCurrentPasswordCrashes: has('empty-current-password-breaks'),
  // GraphQL (docs/findings.md#settings-that-graphql-tells)
  graphqlKnowsPasswordPolicy: has('graphql-tells-password-policy'),
  graphqlKnowsStores: has('graphql-tells-stores'),
  graphqlKnowsConfirmation: has('graphql-tells-confirmation'),
  graphqlRefusesBadTokens: has('graphql-refuses-bad-tokens'),
} satisfies Record<string, ReleaseRange>

/** Rules with several values: the first range that includes the release decides. */
const choices = {
  groupFromGuest: [
    ['refused', has('guest-group-is-refused')], // D33
    ['dropped', has('guest-group-is-dropped')], // D32
    ['honoured', everyRelease],
  ],
  missingEmail: [
    ['named', has('missing-email-in-other-words')], // D40
    ['crashes', has('missing-email-breaks')], // PHP 8; 2.4.4 and 2.4.5 were recorded on PHP 7.4
    ['missing', everyRelease],
  ],
  nameCharacters: [
    [",\\-_.'’`&", has('names-with-ampersands')], // D41
    [",\\-_.'’`", has('names-with-curly-apostrophes')],
    [",\\-_.'", has('names-without-quotation-marks')],
    [',\\-_.\'"', has('names-are-checked')],
    ['', everyRelease],
  ],
  profileForced: [
    ['identity', has('profile-forces-identity')], // D44 D45
    ['id and no group', has('profile-forces-group')], // D45
    ['id', everyRelease],
  ],
  foreignAddress: [
    ['same e-mail', has('foreign-address-in-other-words')], // D47
    ['refused', has('profile-forces-identity')], // D46
    ['moved', everyRelease],
  ],
  defaultAddressCheck: [
    ['stored', has('default-address-is-checked-alone')], // D50
    ['submitted', has('default-address-is-checked')], // D49
    ['none', everyRelease],
  ],
  firstSpellingWins: [
    ['all', has('first-spelling-counts-in-post')], // D11
    ['PUT', has('first-spelling-counts')], // D12
    ['never', everyRelease],
  ],
  resetLink: [
    ['email id token', has('reset-link-has-email')], // D93
    ['id token', has('reset-link-has-id')],
    ['token', everyRelease],
  ],
} as const satisfies Record<string, readonly (readonly [string, ReleaseRange])[]>

type Choices = { -readonly [Name in keyof typeof choices]: (typeof choices)[Name][number][0] }

/** All rules that differ between releases, computed once. A fault may set any of them. */
export type Rules = Switches &
  Choices & {
    /** The fields of GraphQL `storeConfig` that mark the release. */
    graphqlSigns: readonly string[]
  }

/** The rules that are on or off. */
export type Switches = { -readonly [Name in keyof typeof switches]: boolean }

/**
 * Returns the rules of a release.
 * @param text such as `2.4.7-p6`
 * @throws ReleaseError if it is no release
 */
export function rulesOf(text: string): Rules {
  const release = parseRelease(text)
  const decided = Object.entries(switches).map(([name, range]) => [name, range.includes(release)])
  const chosen = Object.entries(choices).map(([name, options]) => [
    name,
    options.find(([, range]) => range.includes(release))?.[0],
  ])
  const graphqlSigns = signs.flatMap(({ storeConfig, change }) =>
    storeConfig && has(change).includes(release) ? [storeConfig] : [],
  )
  return { ...Object.fromEntries([...decided, ...chosen]), graphqlSigns } as Rules
}
