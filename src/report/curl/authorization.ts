import type { OwnValues } from './own-values.ts'
import type { Part } from './template.ts'
import type { Use } from './variables.ts'

/** How a token is tampered with, and how a shell does the same to its own. */
const tampered: readonly ((shown: string, token: string) => string | undefined)[] = [
  (shown, token) => (shown === token.toUpperCase() ? '"$(printf %s "$TOKEN" | tr a-z A-Z)"' : undefined),
  (shown, token) => (shown === token.toLowerCase() ? '"$(printf %s "$TOKEN" | tr A-Z a-z)"' : undefined),
  (shown, token) => (shown === unsigned(token) ? `"\${TOKEN%.*}"` : undefined),
  (shown, token) => (shown === `${unsigned(token)}.` ? `"\${TOKEN%.*}."` : undefined),
  // A signature that is another has another stand-in: any that is not the token's own does.
  (shown, token) =>
    unsigned(token) && shown.startsWith(`${unsigned(token)}.`) && shown.split('.').length === 3
      ? `"\${TOKEN%.*}.$(printf %s "\${TOKEN##*.}" | tr A-Za-z0-9 B-ZAb-za1-90)"`
      : undefined,
  (shown, token) =>
    shown.length > 8 && shown.length > token.length - 8 && token.startsWith(shown)
      ? `"\${TOKEN%${'?'.repeat(token.length - shown.length)}}"`
      : undefined,
]

const unsigned = (token: string): string | undefined => /^([\w-]+\.[\w-]+)\.[\w-]+$/.exec(token)?.[1]

/**
 * The value of an Authorization header, with the reader's own token in place of the run's, tampered with in the same way.
 * A token that is neither stays as it was: it was made up, and is as good in another run.
 */
export function authorization(value: string, own: OwnValues, use: Use): Part[] {
  for (const [tokens, variable] of [
    [own.tokens.keys(), 'TOKEN'],
    [own.adminTokens, 'ADMIN_TOKEN'],
  ] as const)
    for (const token of tokens) {
      const at = value.indexOf(token)
      if (at >= 0) return [value.slice(0, at), use(variable, ownerOf(token, own)), value.slice(at + token.length)]
    }
  const [, scheme = '', shown = ''] = /^(\S+ )?(\S+)$/.exec(value) ?? []
  for (const token of own.tokens.keys())
    for (const way of tampered) {
      const shell = shown && way(shown, token)
      if (!shell) continue
      use('TOKEN', ownerOf(token, own))
      return [scheme, { shell }]
    }
  return [value]
}

const ownerOf = (token: string, { tokens }: OwnValues): string | undefined => {
  const name = tokens.get(token)?.sent('/username').value
  return typeof name === 'string' ? name.toLowerCase() : undefined
}

/** Whether the header holds a token that nobody can make from another: a forged or signed one. */
export const isMadeUp = (value: string, own: OwnValues): boolean =>
  /eyJ|^OAuth /.test(value) && authorization(value, own, (variable) => ({ shell: variable })).length === 1
