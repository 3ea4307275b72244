import type { Recording } from '../recording/recording.ts'

/** Texts that every release from 2.3.0 on uses unchanged; a translated store sends none of them. */
const englishTexts = new Set([
  'Request does not match any route.',
  "The consumer isn't authorized to access %resources.",
  '"%fieldName" is required. Enter and try again.',
  'One or more input exceptions have occurred.',
  'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.',
])

/** By their parameters, refusals that every shop gives many times in a run. */
const refusals = ['/parameters/resources', '/parameters/fieldName']

/**
 * Whether the store answers in English: messages are templates translated into the store's language, and a language
 * pack may lack some. One that is another is a defect; where no refusal of two kinds is English, the store is not.
 */
export function isEnglish(recording: Recording): boolean {
  const locale = recording.meta.probes.locale?.value
  if (typeof locale === 'string' && locale !== '' && !/^en/i.test(locale)) return false
  const isForeign = (pointer: string) => {
    const answers = recording.exchanges.filter((answer) => answer.status >= 400 && answer.at(pointer).exists)
    return answers.length > 0 && !answers.some((answer) => englishTexts.has(answer.at('/message').value as string))
  }
  if (refusals.every(isForeign)) return false
  return recording.exchanges.some(
    (exchange) => exchange.status >= 400 && englishTexts.has(exchange.at('/message').value as string),
  )
}

let english = true

/** Runs a judgement with texts compared, or not. */
export function speaking<T>(inEnglish: boolean, judgement: () => T): T {
  const before = english
  english = inEnglish
  try {
    return judgement()
  } finally {
    english = before
  }
}

/** Whether message texts count in the judgement under way. */
export function textsCount(): boolean {
  return english
}
