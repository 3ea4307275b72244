import type { RecordedRequest } from '../recording/exchange.ts'

/** The request as a line for a POSIX shell. Its secrets are the recording's stand-ins. */
export function curl({ method, url, headers, body }: RecordedRequest): string {
  const parts = ['curl -i', ...(method === 'GET' ? [] : method === 'HEAD' ? ['-I'] : [`-X ${method}`]), quote(url)]
  for (const [name, value] of headers)
    if (name !== 'user-agent') parts.push(`-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`)
  if (body) parts.push(`--data-raw ${quote(body.toString('utf8'))}`)
  return parts.join(' ')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
