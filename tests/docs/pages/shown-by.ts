import { operation } from '../../../faults/change.ts'
import { type Change, Refusal } from '../../../reference/index.ts'

/**
 * The fault that shows a requirement best, if it is not the one that breaks the fewest others, by requirement:
 * ids of faults.
 */
export const shownBy: Readonly<Record<string, string>> = {
  'ADMIN-14': 'search-finds-all',
  'AVAILABLE-03': 'taken-email-refused',
  'CHANGE-01': 'change-changes-nothing',
  'CREATE-20': 'same-email-twice',
  'CREATE-37': 'subscription-lost',
  'EXPIRY-02': 'exp-ignored',
  'EXPIRY-05': 'expired-is-told',
  'EXPIRY-12': 'first-token-for-ever',
  'EXPIRY-17': 'expired-ends-younger',
  'EXPIRY-23': 'exp-ignored',
  'MAIL-01': 'welcomed-twice',
  'MAIL-04': 'welcome-without-link',
  'RESET-21': 'stale-welcome-link',
  'RESET-27': 'reset-trims-the-password',
  'RESET-29': 'refusal-uses-the-token-up',
  'RESET-30': 'reset-sets-before-it-checks',
  'REVOKE-06': 'revocation-does-nothing',
  'REVOKE-13': 'email-change-logs-out',
  'WHOLE-07': 'address-id-used-again',
}

/** Changes to the reference for conforming responses that it never returns without a change. */
export const conformingUnder: Readonly<Record<string, { readonly id: string; readonly change: Change }>> = {
  'ERROR-08': {
    id: 'masked-error',
    change: operation('confirmation.activateAsGuest', () => {
      throw new Refusal(
        400,
        'Internal Error. Details are available in Magento log file. Report ID: webapi-5f0c1d2e3b4a5',
      )
    }),
  },
}
