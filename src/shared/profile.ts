/** The profiles: parts of the contract that a run tests and a report claims. Each includes the ones before it. */
export const profiles = ['shape', 'behaviour', 'full'] as const
export type Profile = (typeof profiles)[number]

/** The description of each profile, for output. */
export const profileTexts: Record<Profile, string> = {
  shape: 'status, headers and body of single responses, which a mock without state can return',
  behaviour: 'behaviour over several requests of a customer or a guest, as an app sees it',
  full: 'everything: administration, mails, lockout, confirmation and the edges of the protocol as well',
}

/** True if a requirement of profile `own` belongs to `profile`. */
export function isWithin(own: Profile, profile: Profile): boolean {
  return profiles.indexOf(own) <= profiles.indexOf(profile)
}

/** Chapters that an app does not use. A requirement in them belongs to `full` unless it states a smaller profile. */
export const chaptersOfFull: readonly string[] = [
  'Lockout',
  'Mails',
  'Confirm the account',
  'Routes and URLs',
  'Content negotiation',
  'Request bodies',
  'Binding parameters',
  'Administration',
  'Directory',
  'Self-description',
]
