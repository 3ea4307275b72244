import type { Shop } from '../types.ts'

const labels: [string, string][] = [
  ['firstname', 'First Name'],
  ['lastname', 'Last Name'],
  ['middlename', 'Middle Name'],
]

export function nameServices(shop: Shop) {
  return {
    /**
     * Compares only the first run of allowed characters with the whole text, so a name without any passes.
     * @param allowed the content of a character class
     */
    firstRunIsAll(text: string, allowed: string, longest: number): boolean {
      const run = new RegExp(`[${allowed}]{1,${longest}}`, 'u').exec(text)
      return !run || run[0] === text
    },

    nameIsValid(name: string): boolean {
      const characters = shop.rules.nameCharacters
      return characters === '' || shop.services.firstRunIsAll(name, `\\p{L}\\p{M}\\s\\d${characters}`, 255)
    },

    /** Returns a message per invalid name. */
    nameProblems(person: Record<string, unknown>): string[] {
      return labels
        .filter(([field]) => typeof person[field] === 'string' && !shop.services.nameIsValid(person[field]))
        .map(([, label]) => `${label} is not valid!`)
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof nameServices> {}
}
