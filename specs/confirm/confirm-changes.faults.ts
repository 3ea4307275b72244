export const settings = { 'customer/create_account/confirm': '1' }

/** Requirements that need the key of a mail; they fail if no mail has one. */
export const withoutKey = [
  'CONFIRM-18',
  'CONFIRM-19',
  'CONFIRM-22',
  'CONFIRM-23',
  'STORE-60',
  'STORE-61',
  'STORE-62',
] as const
