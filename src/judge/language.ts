import type { Exchange } from '../recording/exchange.ts'
import type { Recording } from '../recording/recording.ts'

/** Messages that are unchanged in all releases from 2.3.0 on, and translated in a store of another language. */
const englishTexts = [
  'Request does not match any route.',
  "The consumer isn't authorized to access %resources.",
  '"%fieldName" is required. Enter and try again.',
  'One or more input exceptions have occurred.',
  'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.',
]

/** The letters of a message, without HTML’s entities: a message in another notation is still English. */
const lettersOf = (message: unknown) =>
  String(message)
    .replace(/&#?\w+;/g, '')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()

const englishLetters = new Set(englishTexts.map(lettersOf))
const isEnglishText = (answer: Exchange) => englishLetters.has(lettersOf(answer.at('/message').value))

/** Parameters of refusals that occur many times in each run. */
const refusals = ['/parameters/resources', '/parameters/fieldName']

/**
 * Returns whether the store responds in English. Messages are translated, and a language pack may be incomplete. A
 * single different message is a defect; if no error of one of these kinds is English, the store is not.
 */
export function isEnglish(recording: Recording): boolean {
  const locale = recording.meta.probes.locale?.value
  if (typeof locale === 'string' && locale !== '' && !/^en/i.test(locale)) return false
  const isForeign = (pointer: string) => {
    const answers = recording.exchanges.filter((answer) => answer.status >= 400 && answer.at(pointer).exists)
    return answers.length > 0 && !answers.some(isEnglishText)
  }
  if (refusals.every(isForeign)) return false
  return recording.exchanges.some((exchange) => exchange.status >= 400 && isEnglishText(exchange))
}

let english = true

/** Runs a judgement with or without comparing texts. */
export function speaking<T>(inEnglish: boolean, judgement: () => T): T {
  const before = english
  english = inEnglish
  try {
    return judgement()
  } finally {
    english = before
  }
}

/** True if the current judgement compares message texts. */
export function textsCount(): boolean {
  return english
}
