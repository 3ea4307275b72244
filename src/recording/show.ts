import type { Exchange } from './exchange.ts'

const longest = 300

/** Formats a value in one line, shortened if it is long. */
export function show(value: unknown): string {
  if (value instanceof RegExp) return String(value)
  return cut(value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value)))
}

/** Formats an answer in one line: its status, and a summary of its body. */
export function describe({ status, body, data }: Exchange): string {
  const { statusText } = data.response
  const head = `${status}${statusText ? ` ${statusText}` : ''}`
  if (body.json) return `${head} ${show(body.json.value)}`
  if (body.problem === 'empty') return `${head} with an empty body`
  return `${head} with a body that is no JSON: ${cut(JSON.stringify(body.text ?? body.bytes.toString('latin1')))}`
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
}
