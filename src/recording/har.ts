import type { Entry, Har, Header as HarHeader } from 'har-format'
import { problemWith } from '../shared/interface.ts'
import { suite } from '../shared/version.ts'
import { readBody } from './body.ts'
import type { Grade } from './evidence.ts'
import { Exchange, firstValue, type Header, type PageCut } from './exchange.ts'
import type { MailObservation } from './mail.ts'
import type { Recording, RecordingMeta, ScenarioOutcome } from './recording.ts'

/** Increase it only when an older reader would misread a newer file. */
const recordingVersion = 1

/** Data without a place in HAR 1.2, in custom fields, which HAR requires to start with an underscore. */
interface ContractLog {
  readonly version: typeof recordingVersion
  readonly meta: RecordingMeta
  readonly mails: readonly MailObservation[]
  readonly outcomes: readonly ScenarioOutcome[]
}

/** Thrown for a file that is not a recording of this suite. */
export class RecordingError extends Error {
  override name = 'RecordingError'
}

/** Converts a recording to a HAR 1.2 document, which any HAR viewer can show. */
export function toHar({ exchanges, ...rest }: Recording): Har {
  return { log: { ...logOf(rest), entries: exchanges.map(toEntry) } } as Har
}

/** Yields the text of the document in chunks, one per entry, since the whole may not fit into memory. */
export function* harText({ exchanges, ...rest }: Recording): Generator<string> {
  yield JSON.stringify({ log: logOf(rest) }, null, 1).replace(/\n \}\n\}$/, ',\n  "entries": [')
  for (const [index, exchange] of exchanges.entries())
    yield `${index ? ',' : ''}\n   ${JSON.stringify(toEntry(exchange), null, 1).replaceAll('\n', '\n   ')}`
  yield '\n  ]\n }\n}\n'
}

function logOf({ meta, mails, outcomes }: Omit<Recording, 'exchanges'>) {
  const contract: ContractLog = { version: recordingVersion, meta, mails, outcomes }
  return {
    version: '1.2',
    creator: suite,
    _contract: contract,
  }
}

/**
 * Reads a document written by `toHar`.
 * @throws RecordingError for any other document
 */
export function fromHar(document: unknown): Recording {
  const log = (document as { log?: { _contract?: ContractLog; entries?: Entry[] } } | null)?.log
  const contract = log?._contract
  if (!contract || !Array.isArray(log?.entries))
    throw new RecordingError('it is not a recording of this suite (log._contract is missing)')
  if (contract.version !== recordingVersion)
    throw new RecordingError(
      `it is a recording of version ${contract.version}, and this suite reads version ${recordingVersion}`,
    )
  const problem = problemWith('recording', document)
  if (problem) throw new RecordingError(`it is not a complete recording of this suite: ${problem}`)
  return {
    meta: contract.meta,
    mails: contract.mails,
    outcomes: contract.outcomes,
    exchanges: log.entries.map(fromEntry),
  }
}

function toEntry({ data }: Exchange): Entry {
  const { request, response } = data
  const { text, encoding } = textOf(response.body)
  const type = (headers: readonly Header[]) => firstValue(headers, 'content-type') ?? ''
  const sent = request.body && textOf(request.body)
  const entry = {
    startedDateTime: data.startedAt,
    time: data.time,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toHeaders(request.headers),
      queryString: [...new URL(request.url).searchParams].map(([name, value]) => ({ name, value })),
      ...(sent
        ? {
            postData: {
              mimeType: type(request.headers),
              text: sent.text,
              ...(sent.encoding ? { _encoding: sent.encoding } : {}),
            },
          }
        : {}),
      headersSize: -1,
      bodySize: request.body?.length ?? 0,
    },
    response: {
      status: response.status,
      statusText: response.statusText,
      httpVersion: response.httpVersion,
      cookies: [],
      headers: toHeaders(response.headers),
      content: {
        size: response.body.length,
        mimeType: type(response.headers),
        text,
        ...(encoding ? { encoding } : {}),
      },
      redirectURL: firstValue(response.headers, 'location') ?? '',
      headersSize: -1,
      bodySize: response.body.length,
    },
    cache: {},
    timings: { send: 0, wait: data.time, receive: 0 },
    _scenario: data.scenario,
    _name: data.name,
    ...(data.retries ? { _retries: data.retries } : {}),
    ...(data.evidence ? { _evidence: data.evidence } : {}),
    ...(data.page ? { _page: data.page } : {}),
  }
  return entry as Entry
}

function fromEntry(entry: Entry): Exchange {
  const { request, response } = entry
  const own = entry as Entry & {
    _scenario: string
    _name: string
    _retries?: number
    _evidence?: Grade
    _page?: PageCut
  }
  if (!URL.canParse(request.url))
    throw new RecordingError(`"${own._name}" of ${own._scenario} asked no URL: "${request.url}"`)
  const sent = request.postData as { text?: string; _encoding?: string } | undefined
  return new Exchange({
    scenario: own._scenario,
    name: own._name,
    startedAt: entry.startedDateTime,
    time: entry.time,
    ...(own._retries ? { retries: own._retries } : {}),
    ...(own._evidence ? { evidence: own._evidence } : {}),
    ...(own._page ? { page: own._page } : {}),
    request: {
      method: request.method,
      url: request.url,
      headers: fromHeaders(request.headers),
      ...(sent ? { body: bytesOf(sent.text ?? '', sent._encoding) } : {}),
    },
    response: {
      status: response.status,
      statusText: response.statusText,
      httpVersion: response.httpVersion,
      headers: fromHeaders(response.headers),
      body: bytesOf(response.content.text ?? '', response.content.encoding),
    },
  })
}

/** Returns UTF-8 without control characters as text, anything else as base64, so that the bytes are preserved. */
function textOf(bytes: Buffer): { text: string; encoding?: 'base64' } {
  const { text } = readBody(bytes)
  return text === undefined || control.test(text) ? { text: bytes.toString('base64'), encoding: 'base64' } : { text }
}

/** A viewer has no use for them, and JSON writes each in six characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

function bytesOf(text: string, encoding: string | undefined): Buffer {
  return Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8')
}

const toHeaders = (headers: readonly Header[]): HarHeader[] => headers.map(([name, value]) => ({ name, value }))
const fromHeaders = (headers: readonly HarHeader[]): Header[] => headers.map(({ name, value }) => [name, value])
