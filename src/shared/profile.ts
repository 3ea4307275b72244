/** How much of the contract a run asks for and a report claims. Each holds all that stands before it. */
export const profiles = ['shape', 'behaviour', 'full'] as const
export type Profile = (typeof profiles)[number]

/** What each is, for people. */
export const profileTexts: Record<Profile, string> = {
  shape: 'status, headers and body of single answers, which a mock that holds no state can give',
  behaviour: 'what hangs together over several requests of a customer or a guest, as an app sees it',
  full: 'everything: administration, mails, lockout, confirmation and the edges of the protocol as well',
}

/** Whether a profile asks for what belongs to another. */
export function isWithin(own: Profile, profile: Profile): boolean {
  return profiles.indexOf(own) <= profiles.indexOf(profile)
}

/** Chapters of which an app sees nothing; what of them belongs to a smaller profile says so itself. */
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
