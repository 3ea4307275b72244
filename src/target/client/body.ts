import type { ClientRequest, IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, unzip } from 'node:zlib'

const megabyte = 1024 * 1024

/**
 * Maximum size of a response in bytes, unpacked. The largest that the contract reads, all countries, has a few 100 kB.
 */
export const largestAnswer = megabyte / 2
/** Maximum total of the responses in a run in bytes, since it keeps them in memory. Small ones do not count. */
export const largestRun = 6 * megabyte
/** Responses up to this size are always accepted, so that the run can go on and clean up. In bytes. */
const small = 64 * 1024

/** Returns the bytes of a response that count towards the run's limit. */
export const measureOf = (body: Buffer): number => (body.length > small ? body.length : 0)

/** Returns the limit for the next response in bytes. @param taken bytes counted so far */
export function limitAfter(taken: number): number {
  return Math.max(small, Math.min(largestAnswer, largestRun - taken))
}

const unpackers: Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(unzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(unzip),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
}

/**
 * Returns the whole body, decoded by its content encoding. The HTTP library must not decode it, as it accepts truncated
 * compressed data.
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

/** Prepares a request before it is sent, so that `takeBody` can read its response. */
export function prepare(request: ClientRequest): void {
  request.prependOnceListener('response', (response: IncomingMessage) => {
    delete response.headers['content-encoding']
    // A broken response emits an error on both request and response; the library would log the second one.
    request.once('error', () => response.removeAllListeners('error').on('error', () => {}))
  })
}

function encodingOf({ rawHeaders }: IncomingMessage): string {
  const index = rawHeaders.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === 'content-encoding')
  return index < 0 ? '' : (rawHeaders[index + 1] as string).trim().toLowerCase().replace(/^x-/, '')
}
