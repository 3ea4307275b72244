/** One field of a query, e.g. `generateCustomerToken(email: "a") { token }`. */
export interface Field {
  name: string
  alias: string
  arguments: Record<string, unknown>
  fields: Field[]
}

export interface Document {
  kind: 'query' | 'mutation'
  fields: Field[]
}

const token = /\s*(?:#[^\n]*\n\s*)*("(?:[^"\\]|\\.)*"|\$?\w+|-?\d+(?:\.\d+)?|[{}():!,=[\]]|\.\.\.)/y

/**
 * Parses the required subset of GraphQL: one operation with arguments and variables, no fragments.
 * @throws SyntaxError for anything else
 */
export function parseGraphql(text: string, variables: Record<string, unknown> = {}): Document {
  const tokens = tokensOf(text).filter((part) => part !== ',')
  const peek = () => tokens[0]
  const take = () => {
    const next = tokens.shift()
    if (next === undefined) throw new SyntaxError('Syntax Error: Unexpected <EOF>')
    return next
  }
  const expectToken = (wanted: string) => {
    const next = take()
    if (next !== wanted) throw new SyntaxError(`Syntax Error: Expected ${wanted}, found ${next}`)
  }

  function value(): unknown {
    const next = take()
    if (next === '{') return object()
    if (next === '[') return list()
    if (next.startsWith('$')) return variables[next.slice(1)]
    if (next.startsWith('"')) return JSON.parse(next)
    const words: Record<string, unknown> = { true: true, false: false, null: null }
    if (next in words) return words[next]
    return Number.isNaN(Number(next)) ? next : Number(next)
  }

  function object(): Record<string, unknown> {
    const made: Record<string, unknown> = {}
    while (peek() !== '}') {
      const name = take()
      expectToken(':')
      made[name] = value()
    }
    take()
    return made
  }

  function list(): unknown[] {
    const made: unknown[] = []
    while (peek() !== ']') made.push(value())
    take()
    return made
  }

  function field(): Field {
    const first = take()
    const aliased = peek() === ':'
    if (aliased) take()
    const name = aliased ? take() : first
    const made: Field = { name, alias: first, arguments: {}, fields: [] }
    if (peek() === '(') {
      take()
      while (peek() !== ')') {
        const argument = take()
        expectToken(':')
        made.arguments[argument] = value()
      }
      take()
    }
    if (peek() === '{') made.fields = selection()
    return made
  }

  function selection(): Field[] {
    expectToken('{')
    const fields: Field[] = []
    while (peek() !== '}') fields.push(field())
    take()
    return fields
  }

  const kind = peek() === 'mutation' ? 'mutation' : 'query'
  while (tokens.length && peek() !== '{') take()
  return { kind, fields: selection() }
}

function tokensOf(text: string): string[] {
  const found: string[] = []
  token.lastIndex = 0
  for (let match = token.exec(text); match; match = token.exec(text)) found.push(match[1] ?? '')
  return found
}
