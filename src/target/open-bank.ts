import type { Redactor } from '../recording/redact.ts'
import type { Bank } from './bank/bank.ts'
import { BankError } from './bank/bank-error.ts'
import { fileBank } from './bank/file.ts'
import { type Settings, UsageError } from './settings.ts'

/** Minimum length of a key. A shorter one could be guessed by anyone who gets the file, e.g. from a CI cache. */
const shortestKey = 16

/**
 * Opens the token bank that the settings name. If the file is no bank or cannot be used, the run reports it and goes on
 * without tokens from earlier runs.
 * @param target key that separates this target's tokens from others
 * @param say prints why the bank is not used
 * @throws UsageError for a bank without a key, or with a short one
 */
export function openBank(
  settings: Settings,
  target: string,
  redactor: Redactor,
  say: (text: string) => void,
): Bank | undefined {
  const named = bankSettings(settings)
  if (!named) return undefined
  const { path, key } = named
  redactor.learn(key)
  try {
    const bank = fileBank(path, key, target)
    if (bank.unopened)
      say(
        `MAGENTO_TOKEN_BANK: ${bank.unopened} of the entries of ${path} are damaged or sealed with another key; they are left alone`,
      )
    return bank
  } catch (error) {
    if (!(error instanceof BankError)) throw error
    say(`MAGENTO_TOKEN_BANK is not used: ${error.message}`)
    return undefined
  }
}

/** Returns the bank's file and key, or undefined without a file. @throws UsageError for a missing or short key */
export function bankSettings(settings: Settings): { readonly path: string; readonly key: string } | undefined {
  const path = settings.get('MAGENTO_TOKEN_BANK')
  const key = settings.get('MAGENTO_TOKEN_BANK_KEY')
  if (!path) return undefined
  if (!key)
    throw new UsageError(
      'MAGENTO_TOKEN_BANK is set without MAGENTO_TOKEN_BANK_KEY: tokens are kept encrypted or not at all; make a key with `openssl rand -base64 32` and keep it with your CI’s secrets',
    )
  if (key.length < shortestKey)
    throw new UsageError(
      `MAGENTO_TOKEN_BANK_KEY has ${key.length} characters: it needs at least ${shortestKey}; make one with \`openssl rand -base64 32\``,
    )
  return { path, key }
}
