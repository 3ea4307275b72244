import type { Client } from './client/client.ts'
import { type Guard, guard } from './guard/guard.ts'
import { defaultLimits, type Limits } from './guard/limits.ts'
import { numberSetting } from './parse.ts'
import type { Settings } from './settings.ts'

/** With less a run would not reach its first scenario. */
const least = { requests: 50, failedLogins: 5 }

/**
 * Returns the limits of a run from the settings.
 * @param lockout true if accounts of the run may be locked by failed logins
 * @throws UsageError for an invalid number
 */
export function limitsFrom(settings: Settings, lockout: boolean): Limits {
  const failedLogins = numberSetting(settings, 'MAGENTO_MAX_FAILED_LOGINS', least.failedLogins)
  return {
    requests: numberSetting(settings, 'MAGENTO_MAX_REQUESTS', least.requests),
    failedLogins,
    failedLoginsOfOneName: lockout ? failedLogins : defaultLimits.failedLoginsOfOneName,
    resetRequests: numberSetting(settings, 'MAGENTO_MAX_RESET_REQUESTS', 0),
  }
}

/** Returns a function that guards a client as the settings say. @param say prints a message @throws UsageError */
export function guardingSettings(
  settings: Settings,
  lockout: boolean,
  say: (text: string) => void = () => {},
): (client: Client) => Guard {
  const limits = limitsFrom(settings, lockout)
  const longestPause = numberSetting(settings, 'MAGENTO_MAX_PAUSE', 0)
  const longestCleanUp = numberSetting(settings, 'MAGENTO_CLEANUP_TIMEOUT', 0)
  return (client) => guard(client, limits, { longestPause, longestCleanUp, say })
}
