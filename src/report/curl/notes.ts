import type { Exchange } from '../../recording/exchange.ts'
import type { Recording } from '../../recording/recording.ts'
import { groupedBy } from '../../shared/grouped-by.ts'
import { remembering } from '../../shared/memo.ts'
import { isMadeUp } from './authorization.ts'
import { type OwnValues, pathOf } from './own-values.ts'

/** Maximum number of named earlier steps. */
const most = 3
/** This many refused logins may lock an account. */
const fewRefused = 3

/** Returns sentences about what a single request does not reproduce; empty if it reproduces everything. */
export function notes(exchange: Exchange, recording: Recording, own: OwnValues): string[] {
  const { headers } = exchange.data.request
  const value = (wanted: string) => headers.find(([name]) => name === wanted)?.[1] ?? ''
  const steps = changesBefore(exchange, recording)
  const refused = refusedBefore(exchange, recording)
  const more = steps.length > most ? ' and others' : ''
  return [
    ...(isMadeUp(value('authorization'), own)
      ? ['The token of this request was forged for an account of the run']
      : []),
    ...(/PHPSESSID/.test(value('cookie')) ? ['The session of this request was of the run'] : []),
    ...(refused >= fewRefused ? [`It was sent after ${refused} refused logins or passwords`] : []),
    ...(steps.length
      ? [
          `It was sent after ${steps
            .slice(-most)
            .map((name) => `“${name}”`)
            .join(', ')}${more}`,
        ]
      : []),
  ]
}

/** Returns the earlier steps that change data, except registrations and logins. */
function changesBefore(exchange: Exchange, { exchanges }: Recording): string[] {
  return before(exchange, exchanges)
    .filter((one) => one.status < 400 && !/^(GET|HEAD|OPTIONS)$/.test(one.data.request.method))
    .filter((one) => !/\/V1\/customers$|\/customer\/token$|\/isEmailAvailable$|\/validate$/.test(pathOf(one)))
    .map(({ name }) => name)
}

const refusedBefore = (exchange: Exchange, { exchanges }: Recording): number =>
  before(exchange, exchanges).filter(
    (one) => one.status === 401 && /\/(customer\/token|me\/password)$/.test(pathOf(one)),
  ).length

function before(exchange: Exchange, exchanges: readonly Exchange[]): readonly Exchange[] {
  const ofScenario = byScenario(exchanges).get(exchange.data.scenario) ?? []
  return ofScenario.slice(0, ofScenario.indexOf(exchange))
}

const byScenario = remembering((exchanges: readonly Exchange[]) => groupedBy(exchanges, ({ data }) => data.scenario))
