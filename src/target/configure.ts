import { failureOf, runCommand } from './run-command.ts'

/** Thrown if a setting of the shop could not be changed. */
export class SettingError extends Error {
  override name = 'SettingError'
}

/**
 * Returns a function that changes settings of the shop by a command of the user, such as `bin/magento config:set`. The
 * command gets MAGENTO_CONFIG_PATH and MAGENTO_CONFIG_VALUE.
 * @param timeout of the command, in milliseconds
 * @param redact removes secrets from the command's output
 */
export function configureBy(
  command: string,
  timeout: number,
  redact: (text: string) => string,
): (path: string, value: string) => Promise<void> {
  return async (path, value) => {
    const added = { MAGENTO_CONFIG_PATH: path, MAGENTO_CONFIG_VALUE: value }
    const failure = failureOf(await runCommand(command, added, timeout), timeout, redact)
    if (failure) throw new SettingError(`MAGENTO_CONFIG_COMMAND, asked to set ${path} to "${value}", ${failure}`)
  }
}
