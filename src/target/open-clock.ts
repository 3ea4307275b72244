import { firstValue } from '../recording/exchange.ts'
import { type Client, NoAnswer } from './client/client.ts'
import { aheadClock } from './clock/ahead.ts'
import type { Clock } from './clock/clock.ts'
import { commandClock } from './clock/command.ts'
import { Skew } from './clock/skew.ts'
import { waitingClock } from './clock/wait.ts'
import { knock } from './door.ts'
import { numberSetting, shopUrl, wrong } from './parse.ts'
import { definitions, type Settings, UsageError } from './settings.ts'
import { TargetError } from './target.ts'

/** Minimum lead of a second address in seconds; a smaller one may be a measuring error. */
const leastLead = 10
/** How often each clock is read: each reading in whole seconds narrows the interval. */
const readings = 5

export type ClockSetting =
  | { readonly kind: 'wait' }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'ahead'; readonly url: string }

/** Parses MAGENTO_CLOCK. @throws UsageError for an invalid value */
export function clockSetting(settings: Settings): ClockSetting {
  const text = settings.get('MAGENTO_CLOCK') ?? definitions.MAGENTO_CLOCK.default
  if (text === 'wait') return { kind: 'wait' }
  const [, kind, rest = ''] = /^(command:|ahead\+)(.+)$/s.exec(text) ?? []
  if (kind === 'command:') return { kind: 'command', command: rest }
  if (kind === 'ahead+') return { kind: 'ahead', url: shopUrl('MAGENTO_CLOCK', rest) }
  // The rest may be a command that contains a password.
  throw wrong('MAGENTO_CLOCK', text.replace(/[\s:+].*$/s, ' …'), 'wait, command:COMMAND or ahead+URL')
}

/**
 * Opens the clock of the target.
 * @param redact removes secrets from a command's output
 * @param reach opens access to a second address
 * @throws UsageError if the clock of the second address is not ahead, TargetError if it gives no answer
 */
export async function openClock(
  setting: ClockSetting,
  settings: Settings,
  client: Client,
  redact: (text: string) => string,
  reach: (url: string) => Promise<Client>,
): Promise<Clock> {
  const longest = longestWaitSetting(settings)
  if (setting.kind === 'wait') return waitingClock(longest)
  if (setting.kind === 'command') {
    const { command } = setting
    return commandClock({ command, timeout: commandTimeout(settings), read: () => timeOf(client), redact })
  }
  const { url } = setting
  let second: Client | undefined
  try {
    second = await reach(url)
    return aheadClock(second, await leadOf(client, second, url), longest)
  } catch (error) {
    second?.close()
    if (!(error instanceof NoAnswer) && !(error instanceof TargetError)) throw error
    throw new TargetError(`MAGENTO_CLOCK: ${url} cannot be reached: ${error.message}`)
  }
}

/** Returns the maximum wait for a token to expire, in seconds. @throws UsageError */
export const longestWaitSetting = (settings: Settings): number => numberSetting(settings, 'MAGENTO_MAX_WAIT', 0)

/** Returns the timeout of the user's commands, in milliseconds. @throws UsageError */
export const commandTimeout = (settings: Settings): number => numberSetting(settings, 'MAGENTO_CLOCK_TIMEOUT') * 1000

/** Returns the seconds by which the second address's clock is at least ahead of the first's. */
async function leadOf(first: Client, second: Client, url: string): Promise<number> {
  const here = await skewOf(first)
  const there = await skewOf(second)
  const lead = here && there ? Math.floor((there.low - here.high) / 1000) : undefined
  if (lead !== undefined && lead >= leastLead) return lead
  const seen = lead === undefined ? 'one of the two sends no Date header' : `it is ${lead} s ahead`
  throw new UsageError(
    `MAGENTO_CLOCK: ${url} must be a second address of the same shop whose clock is ahead, and ${seen}, by its Date header and the shop’s own: run it with its clock moved (faketime), at least ${leastLead} s`,
  )
}

async function skewOf(client: Client) {
  const skew = new Skew()
  for (let count = 0; count < readings; count++) {
    const sent = Date.now()
    const stated = await timeOf(client)
    skew.observe(stated ?? Number.NaN, sent, Date.now())
  }
  return skew.known
}

/** Returns the target's `Date` header in milliseconds since 1970. @throws NoAnswer */
async function timeOf(client: Client): Promise<number | undefined> {
  const { response } = await client.ask(knock)
  const time = Date.parse(firstValue(response.headers, 'date') ?? '')
  return Number.isNaN(time) ? undefined : time
}
