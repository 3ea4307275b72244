import { all, any, before, everyRelease, from, parseRelease, type ReleaseRange } from '../release/index.ts'

/** What holds in a range of releases. The D-numbers are those of the dossier, section 17. */
const switches = {
  // Routing, protocol, headers
  unsupportedVerbIs405: from('2.4.5'), // D05
  noStore: from('2.4.1'), // D06
  lazySession: from('2.4.1'), // D07
  sameSiteCookie: from('2.3.7', '2.4.2'),
  cookieDatesWithBlanks: from('2.4.6'), // PHP 8
  unknownPropertyIsRefused: from('2.4.7'), // D09
  inputLimits: any(all(from('2.3.7-p1'), before('2.3.7-p3')), all(from('2.4.3'), before('2.4.3-p2'))), // D10
  scriptIsRefused: from('2.4.8'), // D13
  captcha: from('2.4.3'), // D16
  secondFactor: from('2.4.0'), // D18
  asyncIsServed: from('2.4.4'),
  unknownSchemaServiceIsText: all(from('2.4.3'), before('2.4.6')), // D08, seen on 2.4.5-p13
  listedAttributeCodeIsText: from('2.4.6'),
  schemaNamesSecurity: from('2.4.4'),
  schemaNamesRefusedLogin: from('2.4.8'), // as Adobe's documents do; not recorded
  adminFailureDropsFormKey: from('2.4.4'),
  blankAfterNumber: from('2.4.6'), // PHP 8
  // Authorisation
  deleteHasOwnResource: from('2.3.6', '2.4.0-p1'), // D20
  storeSharing: from('2.4.1'), // D22
  adminStoreFallsBack: from('2.4.1'), // D23
  integrationTokenNeedsSetting: from('2.4.4'), // D24
  signsWithSha1: before('2.4.4'), // magento/magento2#35510
  integrationsDoNotMerge: all(
    from('2.4.4-p9', '2.4.5-p8', '2.4.6-p6', '2.4.7-p1'),
    before('2.4.4-p10', '2.4.5-p9', '2.4.6-p7', '2.4.7-p2'),
  ), // D54
  signedPathIsDecoded: from('2.4.6'), // magento/magento2#37913
  assistanceIsKnown: from('2.4.1'),
  // Registration and profile
  confirmationLeaks: before('2.3.3'), // D34
  passwordlessNeedsConfirmation: from('2.3.3'), // D35
  randomConfirmationKey: from('2.3.3'), // D36
  badCountryIsDropped: from('2.3.3'), // D37
  missingTextCrashes: all(from('2.3.1'), before('2.3.4')), // D38
  telephoneTrimmed: from('2.3.3'), // D39
  addressValidators: from('2.4.8'), // D42
  unknownGroupIsRefused: from('2.4.1'), // D43
  omittedGroupIsDefault: before('2.3.6-p1'),
  defaultsNeedAddresses: from('2.3.1'), // D48
  reconfirmsEmail: from('2.4.4-p2', '2.4.5-p1', '2.4.6'), // D51
  createdAtIsKept: from('2.4.7'), // D52
  adminMerges: from('2.4.1'), // D53
  adminMergeErrorsAsText: all(from('2.4.1'), before('2.4.1-p1')),
  queryCustomerMerges: all(from('2.4.1'), before('2.4.4-p1', '2.4.5')),
  subscriptionInSearch: from('2.4.0'), // D55
  defaultShippingFirst: from('2.4.8'), // D56
  resendAnswersTrue: from('2.3.5-p1', '2.4.0'), // D59
  confirmedMailOnlyBeforeLogin: from('2.4.4-p2', '2.4.5-p1', '2.4.6'), // D61
  emailAlwaysAvailable: from('2.4.4-p4', '2.4.5-p3', '2.4.6-p1'), // D62
  genderOptionsChecked: from('2.4.6'),
  omittedBirthDateIsDeleted: from('2.4.8'),
  newlineInNameCrashes: before('2.4.4'),
  unicodeLocalPart: from('2.4.6'),
  searchRepeatsLastPage: before('2.4.0'),
  // Tokens, lockout, reset
  jsonWebTokens: from('2.4.4'), // D70 D71 D72 D75 D76 D78 D79
  fractionalLifetime: from('2.3.4'), // D73
  revokeRoute: from('2.4.6'), // D77
  throttleEndsByItself: from('2.4.4'), // D81
  loginClearsLock: from('2.4.8'), // D82
  unconfirmedIsNamed: from('2.4.8'), // D83
  excludedGroups: from('2.4.3'), // D84
  lastLoginRecorded: from('2.3.3'), // D86
  storefrontNamesCustomer: from('2.3.7-p3', '2.4.3-p2'), // D93
  resetClearsLock: from('2.4.6'), // D87
  resetsAreLimited: from('2.4.8'), // D88
  emptyEmailFindsByToken: before('2.3.7-p3', '2.4.3-p2'), // D91
  negativeIdIsInvalid: before('2.3.7-p3', '2.4.3-p2'), // D92
  emptyCurrentPasswordCrashes: all(from('2.4.0'), before('2.4.2')),
  // GraphQL (docs/findings.md#settings-that-graphql-tells)
  graphqlKnowsPasswordPolicy: from('2.4.0'),
  graphqlKnowsStores: from('2.4.4'),
  graphqlKnowsConfirmation: from('2.4.7'),
  graphqlKnowsAgreements: from('2.4.8'),
  graphqlRefusesBadTokens: from('2.4.8'),
} satisfies Record<string, ReleaseRange>

/** What is answered in one of several ways: the first range that includes the release decides. */
const choices = {
  groupFromGuest: [
    ['refused', from('2.4.4-p12', '2.4.5-p11', '2.4.6-p9', '2.4.7')], // D33
    ['dropped', from('2.3.7', '2.4.2-p1')], // D32
    ['honoured', everyRelease],
  ],
  missingEmail: [
    ['named', from('2.4.8')], // D40
    ['crashes', from('2.4.6')], // PHP 8; 2.4.4 and 2.4.5 were asked on PHP 7.4
    ['missing', everyRelease],
  ],
  nameCharacters: [
    [",\\-_.'’`&", from('2.4.7')], // D41
    [",\\-_.'’`", from('2.4.5')],
    [",\\-_.'", from('2.4.2-p1')],
    [',\\-_.\'"', from('2.3.7', '2.4.2-p1')],
    ['', everyRelease],
  ],
  profileForced: [
    ['identity', from('2.3.6-p1', '2.4.1-p1')], // D44 D45
    ['id and no group', from('2.3.5-p1', '2.4.1-p1')], // D45
    ['id', everyRelease],
  ],
  foreignAddress: [
    ['same e-mail', from('2.4.8')], // D47
    ['refused', from('2.3.6-p1', '2.4.1-p1')], // D46
    ['moved', everyRelease],
  ],
  defaultAddressCheck: [
    ['stored', from('2.4.4-p12', '2.4.5-p11', '2.4.6-p9', '2.4.7-p4')], // D50
    ['submitted', from('2.4.4-p8', '2.4.5-p7', '2.4.6-p5', '2.4.7')], // D49
    ['none', everyRelease],
  ],
  firstSpellingWins: [
    ['PUT', from('2.4.4-p11', '2.4.5-p10', '2.4.6-p8', '2.4.7-p1')], // D12
    ['all', all(from('2.4.4-p9', '2.4.5-p8', '2.4.6-p6'), before('2.4.7'))], // D11
    ['never', everyRelease],
  ],
  resetLink: [
    ['email id token', from('2.4.8')], // D93
    ['id token', from('2.3.7-p3', '2.4.3-p2')],
    ['token', everyRelease],
  ],
} as const satisfies Record<string, readonly (readonly [string, ReleaseRange])[]>

type Choices = { -readonly [Name in keyof typeof choices]: (typeof choices)[Name][number][0] }

/** Everything that differs between releases, decided once. A fault may set any of it. */
export type Rules = { -readonly [Name in keyof typeof switches]: boolean } & Choices

/**
 * Decides what a release does.
 * @param text such as `2.4.7-p6`
 * @throws ReleaseError when it names no release
 */
export function rulesOf(text: string): Rules {
  const release = parseRelease(text)
  const decided = Object.entries(switches).map(([name, range]) => [name, range.includes(release)])
  const chosen = Object.entries(choices).map(([name, options]) => [
    name,
    options.find(([, range]) => range.includes(release))?.[0],
  ])
  return Object.fromEntries([...decided, ...chosen]) as Rules
}
