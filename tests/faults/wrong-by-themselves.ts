import type { WrongByThemselves } from '../../faults/blame.ts'

const updates = 'each is an update of its own, and a shop that refuses one for its form refuses them all'

/** Pairs of steps of a scenario whose responses are both wrong because of one fault. */
export const wrongByThemselves: readonly WrongByThemselves[] = [
  {
    scenario: 'profile-own-data',
    steps: [
      'other customer in the query',
      'group of own choice',
      'address of the other',
      'address for the other',
      'website of own choice',
    ],
    after: [
      'id of the other',
      'other customer in the query',
      'group of own choice',
      'unknown address',
      'address for the other',
    ],
    why: updates,
  },
  {
    scenario: 'profile-update',
    steps: ['rename', 'clear', 'without a website'],
    after: ['put back', 'rename', 'clear'],
    why: updates,
  },
  { scenario: 'profile-fields', steps: ['move', 'unsubscribe'], after: ['change', 'move'], why: updates },
  {
    scenario: 'profile-addresses',
    steps: ['none left', 'unknown default with addresses', 'new default'],
    after: ['replace', 'unknown default alone', 'new default'],
    why: updates,
  },
  {
    scenario: 'reset-ended',
    steps: ['change the e-mail'],
    after: ['save the profile'],
    why: 'both send the profile back as it was read',
  },
  {
    scenario: 'reset-ended',
    steps: ['reset after the change'],
    after: ['reset under the new e-mail'],
    why: 'the links are of two customers',
  },
  {
    scenario: 'change-password',
    steps: ['empty current password'],
    after: ['wrong current password'],
    why: 'neither is the current password, whatever that is by then',
  },
  {
    scenario: 'create-customer',
    steps: ['again in capitals'],
    after: ['again'],
    why: 'the e-mail has an account since "create", whatever came of the second registration',
  },
  {
    scenario: 'create-authority',
    steps: ['with the id and e-mail of somebody'],
    after: ['with the id of somebody'],
    why: 'each registration that names another customer’s id is to leave that customer as it is',
  },
  {
    scenario: 'customer-access',
    steps: ['delete other', 'through all'],
    after: ['change other', 'delete other'],
    why: 'a customer’s token opens none of them, and none changes the token',
  },
  {
    scenario: 'token-expiry',
    steps: ['kept token', 'change password afterwards', 'me with the old token'],
    after: ['profile afterwards', 'change password afterwards', 'revoke afterwards'],
    why: 'each is refused for the token alone, which has expired',
  },
  {
    scenario: 'token-expiry',
    steps: ['fresh token of the kept', 'kept token that lives'],
    after: ['profile with the new token'],
    why: 'a saved token is of another account than the one that is updated',
  },
  {
    scenario: 'token-revocation',
    steps: ['me with the first token', 'me with the first token later', 'revoke with an empty object'],
    after: ['revoke', 'revoke with the first token'],
    why: 'a route that revokes where there is none, or does not where there is one, is wrong each time',
  },
  {
    scenario: 'token-revocation',
    steps: [
      'revoke with the first token',
      'revoke with an empty object',
      'me with the first token later',
      'me of another',
    ],
    after: ['revoke with an empty object', 'update with the first token'],
    why: 'the first token was revoked before, by "revoke"',
  },
  {
    scenario: 'reset-link',
    steps: ['e-mail in capitals'],
    after: ['reset'],
    why: 'the link of another customer, of another mail',
  },
  {
    scenario: 'reset-request',
    steps: ['welcome link after the unknown template'],
    after: ['reminder'],
    why: 'the links of two customers',
  },
  {
    scenario: 'login-lock',
    steps: ['failure 6 of another'],
    after: [
      'guess 1',
      'guess 2',
      'guess 3',
      'guess 4',
      'guess 5',
      'guess 6',
      'guess 7',
      'guess 8',
      'guess 9',
      'guess 10',
      'guess 11',
    ],
    why: 'the passwords of two customers',
  },
  {
    scenario: 'profile-email',
    steps: ['send a password hash'],
    after: ['change to one with a tag', 'change back'],
    why: updates,
  },
  {
    scenario: 'profile-own-data',
    steps: ['the other afterwards'],
    after: ['id of the other', 'other customer in the query', 'group of own choice', 'address for the other'],
    why: 'the other customer reads the profile with a separate token, which no shop may refuse',
  },
  {
    scenario: 'token-revocation',
    steps: ['me of another', 'me later'],
    after: ['revoke', 'revoke with an empty object'],
    why: 'the token of another customer, and a token of a later login, whatever was revoked before',
  },
]
