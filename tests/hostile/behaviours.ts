import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Behaviour, json, pour } from './raw-server.ts'

const head = (lines: string) => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${lines}\r\n`
const chunk = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
const megabyte = Buffer.alloc(1024 * 1024, '1')
/** More than a thousand times as large when decompressed. */
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
const brotliBomb = brotliCompressSync(Buffer.alloc(64 * 1024 * 1024, ' '), quick)
const packed = gzipSync(JSON.stringify({ message: 'a text that is long enough to be packed, packed, packed' }))

const encoded =
  (encoding: string, bytes: Buffer): Behaviour =>
  (socket) => {
    socket.write(head(`Content-Encoding: ${encoding}\r\nContent-Length: ${bytes.length}\r\n`))
    socket.write(bytes)
  }

/** Behaviours without a valid response, with the message for each. None of them counts against conformance. */
export const noAnswers: Record<string, { behaviour: Behaviour; says: RegExp }> = {
  'reset before the answer': {
    behaviour: (socket) => socket.resetAndDestroy(),
    says: /the connection broke before the answer was complete/,
  },
  'closed before the answer': {
    behaviour: (socket) => socket.end(),
    says: /the connection broke before the answer was complete/,
  },
  'reset in mid-body': {
    behaviour: (socket) => socket.write(`${head('Content-Length: 100\r\n')}{"a":`, () => socket.resetAndDestroy()),
    says: /the connection broke before the answer was complete/,
  },
  'never answering': { behaviour: () => {}, says: /no complete answer within 1 s/ },
  'a body of one byte at a time, without end': {
    behaviour: (socket) => {
      socket.write(head('Content-Length: 100000\r\n'))
      const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(' ')), 50)
    },
    says: /no complete answer within 1 s/,
  },
  'headers of one byte at a time, without end': {
    behaviour: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-A: ')
      const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('a')), 50)
    },
    says: /no complete answer within 1 s/,
  },
  'an endless body': {
    behaviour: (socket) => {
      socket.write(head('Transfer-Encoding: chunked\r\n'))
      pour(socket, chunk(megabyte))
    },
    says: /the answer is larger than 512 KB/,
  },
  'a body of 200 MB': {
    behaviour: (socket) => {
      socket.write(head(`Content-Length: ${200 * megabyte.length}\r\n`))
      pour(socket, megabyte, 200)
    },
    says: /the answer is larger than 512 KB/,
  },
  'a bomb of gzip': { behaviour: encoded('gzip', bomb), says: /the answer is larger than 512 KB/ },
  'a bomb of Brotli': { behaviour: encoded('br', brotliBomb), says: /the answer is larger than 512 KB/ },
  'gzip that breaks off': {
    behaviour: encoded('gzip', packed.subarray(0, -12)),
    says: /the body cannot be unpacked: unexpected end of file/,
  },
  'gzip that is none': {
    behaviour: encoded('gzip', Buffer.from('{"a":1}')),
    says: /the body cannot be unpacked: incorrect header check/,
  },
  'a body shorter than its length': {
    behaviour: (socket) => socket.end(`${head('Content-Length: 100\r\n')}{"a":1}`),
    says: /the connection broke before the answer was complete/,
  },
  'a body shorter than its length on an open connection': {
    behaviour: (socket) => socket.write(`${head('Content-Length: 100\r\n')}{"a":1}`),
    says: /no complete answer within 1 s/,
  },
  'a body longer than its length': {
    behaviour: (socket) => socket.write(`${head('Content-Length: 3\r\n')}{"a":1}`),
    says: /what came is no HTTP: .*\(HPE_/,
  },
  'a body with a 204': {
    behaviour: (socket) => socket.write('HTTP/1.1 204 No Content\r\nContent-Length: 7\r\n\r\n{"a":1}'),
    says: /what came is no HTTP: .*\(HPE_/,
  },
  'chunks of a broken length': {
    behaviour: (socket) => socket.write(`${head('Transfer-Encoding: chunked\r\n')}zz\r\n{"a":1}\r\n0\r\n\r\n`),
    says: /what came is no HTTP: .*\(HPE_INVALID_CHUNK_SIZE\)/,
  },
  'chunks that break off': {
    behaviour: (socket) => socket.end(`${head('Transfer-Encoding: chunked\r\n')}7\r\n{"a":1}\r\n`),
    says: /the connection broke before the answer was complete/,
  },
  'both a length and chunks': {
    behaviour: (socket) =>
      socket.write(`${head('Content-Length: 7\r\nTransfer-Encoding: chunked\r\n')}7\r\n{"a":1}\r\n0\r\n\r\n`),
    says: /what came is no HTTP: .*\(HPE_/,
  },
  'two lengths': {
    behaviour: (socket) => socket.write(`${head('Content-Length: 7\r\nContent-Length: 3\r\n')}{"a":1}`),
    says: /what came is no HTTP: .*\(HPE_/,
  },
  'no HTTP at all': {
    behaviour: (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n'),
    says: /what came is no HTTP: .*\(HPE_/,
  },
  'headers of 20 KB': {
    behaviour: (socket) => socket.write(json('true', `X-Large: ${'a'.repeat(20_000)}\r\n`)),
    says: /the answer’s headers are larger than 16 KB/,
  },
  'a thousand cookies of headers': {
    behaviour: (socket) => socket.write(json('true', 'Set-Cookie: a=1234567\r\n'.repeat(1000))),
    says: /the answer’s headers are larger than 16 KB/,
  },
  'a NUL byte in a header': {
    behaviour: (socket) => socket.write(json('true', 'X-A: a\0b\r\n')),
    says: /what came is no HTTP: .*\(HPE_INVALID_HEADER_TOKEN\)/,
  },
  'an escape of a terminal in a header': {
    behaviour: (socket) => socket.write(json('true', 'X-A: \u001b[31m\r\n')),
    says: /what came is no HTTP: .*\(HPE_INVALID_HEADER_TOKEN\)/,
  },
  'a switch to another protocol': {
    behaviour: (socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    says: /no complete answer within 1 s/,
  },
  'a continuation and then nothing': {
    behaviour: (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'),
    says: /no complete answer within 1 s/,
  },
  'the HTML 503 of maintenance mode': {
    behaviour: (socket) =>
      socket.write('HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n<title>'),
    says: /503 Service Unavailable without JSON: from something in front of the shop/,
  },
  'a gateway without a shop': {
    behaviour: (socket) => socket.write('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'),
    says: /502 Bad Gateway without JSON/,
  },
}

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

/** Unusual but valid responses, which requirements judge. */
export const answers: Record<string, { behaviour: Behaviour; status: number; json: unknown; problem?: RegExp }> = {
  'HTTP/1.0 that ends with the connection': {
    behaviour: (socket) => socket.end('HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{"a":1}'),
    status: 200,
    json: { a: 1 },
  },
  'no length, ended by the connection': {
    behaviour: (socket) => socket.end(`${head('Connection: close\r\n')}{"a":1}`),
    status: 200,
    json: { a: 1 },
  },
  'keep-alive promised and broken': {
    behaviour: (socket) => socket.end(json('{"a":1}', 'Connection: keep-alive\r\n')),
    status: 200,
    json: { a: 1 },
  },
  'a continuation and early hints before the answer': {
    behaviour: (socket) =>
      socket.write(`HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${json('{"a":1}')}`),
    status: 200,
    json: { a: 1 },
  },
  'hundreds of cookies': {
    behaviour: (socket) => socket.write(json('true', 'Set-Cookie: a=1234567\r\n'.repeat(600))),
    status: 200,
    json: true,
  },
  'escapes of a terminal in reason and body': {
    behaviour: (socket) => socket.write(json('"\u001b[2J\0"', '', '200 \u001b[31mOK')),
    status: 200,
    json: undefined,
    problem: /control character/,
  },
  'a key twice in one object': {
    behaviour: (socket) => socket.write(json('{"id":1,"id":2}')),
    status: 200,
    json: { id: 2 },
  },
  'UTF-8 that is none': {
    behaviour: (socket) =>
      socket.write(Buffer.concat([Buffer.from(head('Content-Length: 4\r\n')), Buffer.from([0x22, 0xff, 0xfe, 0x22])])),
    status: 200,
    json: undefined,
    problem: /not UTF-8/,
  },
  'JSON nested a hundred thousand deep': {
    behaviour: (socket) => socket.write(json(nested(100_000))),
    status: 200,
    json: undefined,
    problem: /nested deeper than 512 levels/,
  },
  'JSON as deep as PHP allows': {
    behaviour: (socket) => socket.write(json(nested(512))),
    status: 200,
    json: JSON.parse(nested(512)),
  },
  'brackets in a text, which nest nothing': {
    behaviour: (socket) => socket.write(json(JSON.stringify(`${nested(600)}"\\`))),
    status: 200,
    json: `${nested(600)}"\\`,
  },
  'a login page with 200': {
    behaviour: (socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<form>'),
    status: 200,
    json: undefined,
    problem: /Unexpected token/,
  },
  'an error of Magento itself, in HTML': {
    behaviour: (socket) =>
      socket.write('HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>'),
    status: 500,
    json: undefined,
    problem: /Unexpected token/,
  },
  'a 503 in JSON': {
    behaviour: (socket) => socket.write(json('{"message":"no"}', '', '503 Service Unavailable')),
    status: 503,
    json: { message: 'no' },
  },
  'a redirect in a loop, not followed': {
    behaviour: (socket) =>
      socket.write('HTTP/1.1 302 Found\r\nLocation: /rest/default/V1/x\r\nContent-Length: 0\r\n\r\n'),
    status: 302,
    json: undefined,
    problem: /empty/,
  },
}
