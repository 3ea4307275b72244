import picocolors from 'picocolors'
import { Redactor } from '../recording/redact.ts'
import { profileTexts } from '../shared/profile.ts'
import { visible } from '../shared/text.ts'
import { suite } from '../shared/version.ts'
import { openAccess } from '../target/access.ts'
import { accessSettings } from '../target/access-settings.ts'
import { wrongSettings } from '../target/check-settings.ts'
import { chooseTarget } from '../target/choose-target.ts'
import { type Client, NoAnswer } from '../target/client/client.ts'
import { guardingSettings } from '../target/guard-settings.ts'
import { baseUrlSetting, numberSetting, profileSetting, storeSetting } from '../target/parse.ts'
import { type Settings, UsageError } from '../target/settings.ts'
import { isColoured } from '../target/terminal.ts'
import type { Patient, State } from './doctor/check.ts'
import { checks } from './doctor/checks/index.ts'
import { badSetting, type Examined, examine, exitCodeOf } from './doctor/examine.ts'
import { selectionLines } from './dry-run.ts'
import { expectedFailures } from './expected.ts'
import { type Flags, folderOf, settingsOf } from './options.ts'
import { ledgerPath, warnOfUnknown } from './perform-run.ts'
import { scenariosOf, selectionOf } from './select.ts'

/**
 * Checks whether a run would work on the target, and what it could not test. Creates nothing.
 * @returns the exit code: 0 if a run would work, 2 if a setting prevents it, 3 if the target does
 * @throws UsageError if settings required for the checks are missing
 */
export async function doctorCommand(flags: Flags, operands: readonly string[]): Promise<number> {
  if (operands.length) throw new UsageError('doctor takes no operand: name the target with --url or MAGENTO_BASE_URL')
  const settings = chooseTarget(settingsOf(flags), flags.reference ?? false)
  warnOfUnknown(settings)
  const pc = picocolors.createColors(isColoured(process.stdout))
  console.log(`${pc.bold(suite.name)} ${suite.version}, doctor: nothing is created`)
  const baseUrl = baseUrlSetting(settings)
  if (!baseUrl) {
    console.log('target   the reference that comes with the suite: a run tests it with all access')
    return 0
  }
  const store = storeSetting(settings)
  const profile = profileSetting(settings)
  console.log(`target   ${baseUrl}, store ${store}`)
  if (profile !== 'full') console.log(`profile  ${profile}: ${profileTexts[profile]}`)
  const { requirements, ...selected } = selectionOf(flags, profile)
  console.log([...selectionLines(selected), ''].join('\n'))

  const redactor = new Redactor()
  const access = accessSettings(settings, redactor)
  const timeout = numberSetting(settings, 'MAGENTO_TIMEOUT') * 1000
  const concurrency = numberSetting(settings, 'MAGENTO_CONCURRENCY')
  const guarding = guardingSettings(settings, false)
  const corrected: string[] = []
  const options = { store, concurrency, timeout }
  const way = await openAccess(baseUrl, settings.nameOf('MAGENTO_BASE_URL'), access, options, redactor, (text) =>
    corrected.push(text),
  ).catch((error: Error) => error)
  const guard = guarding(way instanceof Error ? noClient(way) : way.client)
  const patient: Patient = {
    settings,
    baseUrl,
    store,
    timeout,
    way,
    corrected,
    guard,
    redactor,
    ledgerPath: ledgerPath(settings, folderOf(flags)),
    scenarios: scenariosOf(requirements, profile),
    found: {},
  }
  const looked = await examine(checks, patient).finally(() => guard.client.close())
  const examined = [...looked, ...otherSettings(settings, flags, looked)]
  for (const line of examined.flatMap((one) => linesOf(one, pc))) console.log(redactor.apply(line))
  const exitCode = exitCodeOf(examined)
  console.log(`\n${exitCode === 0 ? 'A run would work.' : 'A run would not work: see ✗.'}`)
  return exitCode
}

/** Returns errors of settings that no check has reported. */
function otherSettings(settings: Settings, flags: Flags, examined: readonly Examined[]): Examined[] {
  const told = new Set(examined.map(({ seen }) => seen))
  const errors = wrongSettings(settings, () => expectedFailures(settings, flags, false))
  return errors.map((error) => ({ ...badSetting(error), name: 'settings' })).filter(({ seen }) => !told.has(seen))
}

/** A client that always fails, used if the target is not accessible. */
function noClient({ message }: Error): Client {
  return {
    concurrency: 1,
    asked: 0,
    ask: async () => {
      throw new NoAnswer(message)
    },
    close: () => {},
  }
}

type Colours = ReturnType<typeof picocolors.createColors>

const signs: Record<State, [sign: string, colour: 'green' | 'yellow' | 'red' | 'dim']> = {
  good: ['✓', 'green'],
  note: ['!', 'yellow'],
  bad: ['✗', 'red'],
  unseen: ['–', 'dim'],
}

function linesOf({ name, state, seen, means }: Examined, pc: Colours): string[] {
  const [sign, colour] = signs[state]
  const first = `  ${pc[colour](sign)} ${name.padEnd(14)} ${visible(seen.replaceAll('\n', ' '))}`
  return means ? [first, `${' '.repeat(19)}${pc.dim(`→ ${visible(means)}`)}`] : [first]
}
