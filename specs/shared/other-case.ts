import { missing } from '../../src/perform/given.ts'

/** A secret with each letter in the other case. @param by the step that gave it, which is at fault where it has no letter */
export function otherCase(text: string, by: string): string {
  const changed = text.replace(/[a-z]|[A-Z]/g, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
  return changed === text
    ? missing({ kind: 'blocked', by, why: `"${by}" gave no letters to change the case of` })
    : changed
}
