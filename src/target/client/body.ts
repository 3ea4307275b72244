import type { ClientRequest, IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, unzip } from 'node:zlib'

const megabyte = 1024 * 1024

/** Larger answers are none: the largest that the contract looks at, all countries, has some hundred kilobytes. In bytes, unpacked. */
export const largestAnswer = megabyte / 2
/** What a run takes of answers that are not small, all together: it keeps them until it has judged them. In bytes. */
export const largestRun = 6 * megabyte
/** Small enough to be taken whatever a run has taken before, so that it goes on and cleans up. In bytes. */
const small = 64 * 1024

/** Returns how much an answer counts toward the run's limit. */
export const measureOf = (body: Buffer): number => (body.length > small ? body.length : 0)

/** Returns the limit in bytes for the next answer, after the run has received so much. */
export function limitAfter(taken: number): number {
  return Math.max(small, Math.min(largestAnswer, largestRun - taken))
}

const unpackers: Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(unzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(unzip),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
}

/**
 * The whole body as its content encoding unpacks it. The HTTP library is kept from unpacking: it takes a packing that
 * breaks off for a complete one.
 * @param limit bytes, unpacked
 * @throws Error with zlib's code
 */
export async function takeBody(stream: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  await new Promise<void>((resolve) => {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', resolve)
  })
  const bytes = Buffer.concat(chunks)
  const unpack = bytes.length ? unpackers[encodingOf(stream)] : undefined
  return unpack ? unpack(bytes, { maxOutputLength: limit }) : bytes
}

/** Prepares a request, before it is sent, so that `takeBody` can read its answer. */
export function prepare(request: ClientRequest): void {
  request.prependOnceListener('response', (response: IncomingMessage) => {
    delete response.headers['content-encoding']
    // A broken answer is told twice, of the request and of the response; the HTTP library complains on the console.
    request.once('error', () => response.removeAllListeners('error').on('error', () => {}))
  })
}

function encodingOf({ rawHeaders }: IncomingMessage): string {
  const index = rawHeaders.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === 'content-encoding')
  return index < 0 ? '' : (rawHeaders[index + 1] as string).trim().toLowerCase().replace(/^x-/, '')
}
