/** The most that a run may do to a target; each limit has a setting. */
export interface Limits {
  /** All requests except cleanup. */
  readonly requests: number
  /** Logins refused with 401, in total. */
  readonly failedLogins: number
  /** Per name. A stock shop locks an account for half an hour at the sixth failure. */
  readonly failedLoginsOfOneName: number
  /** Requests for a reset mail. From 2.4.8 a stock shop accepts one in ten minutes. */
  readonly resetRequests: number
}

export type LimitName = keyof Limits

/** How much of each limit is used up. */
export type Used = Readonly<Record<LimitName, number>>

/** What a run used of each limit, and how long it paused at the target's request. */
export interface Spent {
  readonly used: Used
  readonly allowed: Limits
  /** Seconds. */
  readonly paused: number
}

/** Well above what all scenarios need; a run that reaches them has a defect. */
export const defaultLimits = {
  requests: 2000,
  failedLogins: 200,
  failedLoginsOfOneName: 5,
  resetRequests: 30,
} as const satisfies Limits

/** For targets where requests do no harm. */
export const noLimits: Limits = {
  requests: Number.POSITIVE_INFINITY,
  failedLogins: Number.POSITIVE_INFINITY,
  failedLoginsOfOneName: Number.POSITIVE_INFINITY,
  resetRequests: Number.POSITIVE_INFINITY,
}

/** The unit of each limit, and the setting that raises it. */
export const limitTexts: Record<LimitName, { readonly unit: string; readonly setting: string }> = {
  requests: { unit: 'requests', setting: 'MAGENTO_MAX_REQUESTS' },
  failedLogins: { unit: 'failed logins', setting: 'MAGENTO_MAX_FAILED_LOGINS' },
  failedLoginsOfOneName: { unit: 'failed logins of one name', setting: 'MAGENTO_LOCKOUT=on' },
  resetRequests: { unit: 'reset requests', setting: 'MAGENTO_MAX_RESET_REQUESTS' },
}
