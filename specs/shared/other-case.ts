import { missing } from '../../src/perform/given.ts'

/** Inverts the case of each letter in a secret. @param by step that returned it, which blocks if it has no letters */
export function otherCase(text: string, by: string): string {
  const changed = text.replace(/[a-z]|[A-Z]/g, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
  return changed === text
    ? missing({ kind: 'blocked', by, why: `"${by}" gave no letters to change the case of` })
    : changed
}
