import { closest } from 'fastest-levenshtein'
import { isObject } from '../../shared/json/object.ts'
import { wrongSettings } from '../../target/check-settings.ts'
import { readSettings } from '../../target/read-settings.ts'
import { definitions, type SettingName, UsageError } from '../../target/settings.ts'
import { isSecret, settingProblem } from '../config/setting-problem.ts'
import { readJsonc } from '../read-jsonc.ts'
import type { Fleet, Shop } from './fleet.ts'

const fields = { file: ['$schema', 'settings', 'secrets', 'shops'], shop: ['name', 'settings', 'secrets', 'arguments'] }

/**
 * Reads a fleet file and checks the settings of each shop. Sends no request.
 * @throws UsageError with the shop and the problem; never quotes a secret
 */
export function readFleet(file: string): Fleet {
  const fail = (problem: string): never => {
    throw new UsageError(`${file}: ${problem}`)
  }
  const value = readJsonc(file)
  if (!isObject(value)) return fail('it must be an object: { "shops": [{ "name": "…", "settings": {…} }] }')
  checkFields(value, fields.file, fail)
  const common = { settings: settingsIn(value, fail), secrets: secretsIn(value, fail) }
  const listed = value.shops
  if (!Array.isArray(listed) || listed.length === 0) return fail('"shops" must be a list of at least one shop')
  const shops = listed.map((one, index) => shopOf(one, `shops[${index}]`, common, fail))
  const twice = shops.find(({ name }, index) => shops.findIndex((other) => other.name === name) < index)
  if (twice) fail(`two shops are called "${twice.name}": give each a name of its own`)
  for (const shop of shops) checkShop(shop, fail)
  return { file, shops }
}

type Fail = (problem: string) => never

function shopOf(value: unknown, place: string, common: Pick<Shop, 'settings' | 'secrets'>, fail: Fail): Shop {
  if (!isObject(value)) return fail(`${place} must be an object`)
  const { name, arguments: given = [] } = value
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9._-]{0,59}$/.test(name))
    return fail(`${place} has no "name" of small letters, digits, dots, - and _ (it names a folder and a job)`)
  const ofShop: Fail = (problem) => fail(`shop ${name}: ${problem}`)
  checkFields(value, fields.shop, ofShop)
  if (!Array.isArray(given) || !given.every((one) => typeof one === 'string' && /^[\w@%.,:/=+-]+$/.test(one)))
    return ofShop('"arguments" must be a list of options without blanks and quotation marks: ["--only", "TOKEN"]')
  const own = { settings: settingsIn(value, ofShop), secrets: secretsIn(value, ofShop) }
  // A shop's setting replaces the common one, even if one is a value and the other a variable.
  const without = (all: object, beaten: object) => Object.entries(all).filter(([key]) => !Object.hasOwn(beaten, key))
  return {
    name,
    settings: { ...Object.fromEntries(without(common.settings, own.secrets)), ...own.settings },
    secrets: { ...Object.fromEntries(without(common.secrets, own.settings)), ...own.secrets },
    arguments: given,
  }
}

function checkFields(value: object, known: readonly string[], fail: Fail): void {
  for (const name of Object.keys(value))
    if (!known.includes(name)) fail(`unknown field \`${name}\`. Did you mean \`${closest(name, [...known])}\`?`)
}

function settingsIn({ settings = {} }: { settings?: unknown }, fail: Fail): Shop['settings'] {
  if (!isObject(settings)) return fail('"settings" must be an object of settings by name')
  for (const [name, value] of Object.entries(settings)) {
    const problem = settingProblem(name, value)
    if (problem?.isSecret)
      fail(`${problem.says}: name the CI variable that holds it instead: "secrets": { "${name}": "SHOP_${name}" }`)
    if (problem) fail(problem.says)
    if (/[\r\n]/.test(value as string)) fail(`${name} has more than one line`)
  }
  return settings as Shop['settings']
}

function secretsIn({ secrets = {} }: { secrets?: unknown }, fail: Fail): Shop['secrets'] {
  if (!isObject(secrets)) return fail('"secrets" must be an object: the names of CI variables by setting')
  const known = Object.keys(definitions)
  for (const [name, variable] of Object.entries(secrets)) {
    if (!known.includes(name)) fail(`unknown setting ${name}. Did you mean ${closest(name, known)}?`)
    if (typeof variable !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(variable) || /^(GITHUB|CI)_/.test(variable))
      fail(
        `"secrets" holds for ${name} no name of a CI variable (capitals, digits and _; not GITHUB_… or CI_…). Is it the ${isSecret(name as SettingName) ? 'secret' : 'value'} itself? Put that into a variable of the CI, and its name here`,
      )
  }
  return secrets as Shop['secrets']
}

/** Checks a shop's settings, except those that depend on secrets. */
function checkShop({ name, settings, secrets }: Shop, fail: Fail): void {
  if (!settings.MAGENTO_BASE_URL && !secrets.MAGENTO_BASE_URL) fail(`shop ${name}: MAGENTO_BASE_URL is missing`)
  const wrong = wrongSettings(readSettings({}, settings, '/dev/null')).find(
    ({ message }) => !Object.keys(secrets).some((secret) => message.includes(secret)),
  )
  if (wrong) fail(`shop ${name}: ${wrong.message.replaceAll('\n', ' ')}`)
}
