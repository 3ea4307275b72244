import { isOn, wrong } from './parse.ts'
import type { Settings } from './settings.ts'

/** The settings about mails and their links. */
export interface MailSettings {
  /** Regular expression with a group named "token"; empty for a stock shop. */
  readonly resetLink: string
  readonly follow: boolean
  readonly deleteMails: boolean
}

/** @throws UsageError with the value and what is allowed */
export function mailSettings(settings: Settings): MailSettings {
  return {
    resetLink: resetLink(settings),
    follow: isOn(settings, 'MAGENTO_MAIL_FOLLOW'),
    deleteMails: isOn(settings, 'MAGENTO_MAIL_DELETE'),
  }
}

function resetLink(settings: Settings): string {
  const pattern = settings.get('MAGENTO_RESET_LINK')
  if (pattern === undefined) return ''
  const fail = (allowed: string) => wrong('MAGENTO_RESET_LINK', pattern, allowed)
  let groups: string[]
  try {
    // With an empty alternative it matches the empty string, which lists its groups.
    groups = Object.keys(new RegExp(`${pattern}|`).exec('')?.groups ?? {})
  } catch (error) {
    throw fail(`a regular expression (${(error as Error).message})`)
  }
  if (!groups.includes('token'))
    throw fail(
      'a pattern with a group named "token", such as /reset/(?<token>[^/]+) (id, email and key may be named too)',
    )
  return pattern
}
