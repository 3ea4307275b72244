import type { OwnValues } from './own-values.ts'
import type { Part } from './template.ts'
import type { Use } from './variables.ts'

/** The ways in which scenarios modify a token, each with the shell expression for the reader's own token. */
const tampered: readonly ((shown: string, token: string) => string | undefined)[] = [
  (shown, token) => (shown === token.toUpperCase() ? '"$(printf %s "$TOKEN" | tr a-z A-Z)"' : undefined),
  (shown, token) => (shown === token.toLowerCase() ? '"$(printf %s "$TOKEN" | tr A-Z a-z)"' : undefined),
  (shown, token) => (shown === unsigned(token) ? `"\${TOKEN%.*}"` : undefined),
  (shown, token) => (shown === `${unsigned(token)}.` ? `"\${TOKEN%.*}."` : undefined),
  // A different signature has its own placeholder; any signature that is not the token's will do.
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
 * Returns the value of an Authorization header, with the reader's token in place of the run's, modified in the same
 * way. Any other token is invented and stays unchanged.
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

/** True if the header has a forged or signed token that cannot be derived from another. */
export const isMadeUp = (value: string, own: OwnValues): boolean =>
  /eyJ|^OAuth /.test(value) && authorization(value, own, (variable) => ({ shell: variable })).length === 1
