/** What a run may do to a target at most, each with the setting that says so. */
export interface Limits {
  /** All requests but those that clean up. */
  readonly requests: number
  /** Logins refused with 401, in all. */
  readonly failedLogins: number
  /** Of one name: a stock shop closes a name at the sixth for half an hour. */
  readonly failedLoginsOfOneName: number
  /** Requests for a reset mail: from 2.4.8 a stock shop serves one in ten minutes. */
  readonly resetRequests: number
}

export type LimitName = keyof Limits

/** How much of each limit is used up. */
export type Used = Readonly<Record<LimitName, number>>

/** What a run used of each of its limits, and how long it waited because the target asked for it. */
export interface Spent {
  readonly used: Used
  readonly allowed: Limits
  /** Seconds. */
  readonly paused: number
}

/** Comfortably above what all scenarios do together; a run that wants more has gone wrong. */
export const defaultLimits = {
  requests: 2000,
  failedLogins: 200,
  failedLoginsOfOneName: 5,
  resetRequests: 30,
} as const satisfies Limits

/** Where asking costs nobody anything. */
export const noLimits: Limits = {
  requests: Number.POSITIVE_INFINITY,
  failedLogins: Number.POSITIVE_INFINITY,
  failedLoginsOfOneName: Number.POSITIVE_INFINITY,
  resetRequests: Number.POSITIVE_INFINITY,
}

/** Each limit in words, and what raises it. */
export const limitTexts: Record<LimitName, { readonly unit: string; readonly setting: string }> = {
  requests: { unit: 'requests', setting: 'MAGENTO_MAX_REQUESTS' },
  failedLogins: { unit: 'failed logins', setting: 'MAGENTO_MAX_FAILED_LOGINS' },
  failedLoginsOfOneName: { unit: 'failed logins of one name', setting: 'MAGENTO_LOCKOUT=on' },
  resetRequests: { unit: 'reset requests', setting: 'MAGENTO_MAX_RESET_REQUESTS' },
}
