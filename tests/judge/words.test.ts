import { expect, test } from 'vitest'
import { allFaults, allRemedies } from '../../specs/faults.ts'
import '../../specs/index.ts'
import { requirements } from '../../src/judge/requirement.ts'

/** Words that sentences and reasons must not contain, each with a replacement. */
const riddles: readonly { readonly word: RegExp; readonly instead: string }[] = [
  { word: /\bas good as\b/i, instead: 'treated as' },
  { word: /\bof its own\b/i, instead: 'new, separate, different' },
  { word: /\bwhat (is|was|are|were)\b/i, instead: 'the noun itself' },
  // A relative clause after a person is plain English; "who" as the person is not.
  { word: /(?<!administrators? |customers? |guests? |visitors? )\bwho\b/i, instead: 'the person: a customer, a guest' },
  { word: /\b(is|are) none\b/i, instead: 'unknown, invalid' },
  { word: /\bpassed over\b/i, instead: 'ignored' },
  { word: /\ball the same\b/i, instead: 'still' },
  { word: /\b(is|are) (dead|alive)\b/i, instead: 'expired, rejected, valid' },
]

/** Returns the replacement for each such word in the text. */
const riddlesIn = (text: string) => riddles.filter(({ word }) => word.test(text)).map(({ instead }) => instead)

/** Returns the errors in the form of a sentence. */
const formOf = (sentence: string) => [
  ...(sentence.length > 110 ? [`${sentence.length} characters, at most 110`] : []),
  ...(/^[\p{Lu}\d`]/u.test(sentence) ? [] : ['a capital, a digit or a `literal` comes first']),
  ...(sentence.endsWith('.') ? ['no full stop'] : []),
]

test('a sentence has at most 110 characters, begins with a capital, a digit or a literal, and has no full stop', () => {
  const odd = requirements.flatMap(({ id, sentence }) =>
    formOf(sentence).map((wrong) => `${id}: ${wrong}: ${sentence}`),
  )
  expect(odd).toEqual([])
})

test('sentences, reasons and next steps of requirements contain no unclear words', () => {
  const odd = requirements.flatMap(({ id, sentence, why, next = '' }) =>
    [sentence, why, next].flatMap((text) => riddlesIn(text).map((instead) => `${id}: write ${instead}: ${text}`)),
  )
  expect(odd).toEqual([])
})

test('the description of a fault contains no unclear words, and begins in lower case or with an acronym', () => {
  const odd = [...allFaults, ...allRemedies].flatMap(({ id, does }) => [
    ...riddlesIn(does).map((instead) => `${id}: write ${instead}: ${does}`),
    ...(/^([\p{Ll}\d`]|\p{Lu}{2}).*[^.]$/u.test(does)
      ? []
      : [`${id}: begin in lower case, without full stop: ${does}`]),
  ])
  expect(odd).toEqual([])
})

test.each([
  'an empty name is as good as none',
  'every login gives a token of its own',
  'who accepts JSON gets JSON',
  'a token is dead once it has expired',
  'registering with a token that is none works',
])('an unclear word is found: %s', (sentence) => {
  expect(riddlesIn(sentence)).not.toEqual([])
  expect(formOf(sentence)).not.toEqual([])
})
