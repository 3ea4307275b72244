import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Replacer } from '../../src/recording/replacer.ts'

type View = (text: string) => string

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const point = (digits: string, base: number) => {
  const code = Number.parseInt(digits, base)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** The ways in which a reader could decode an output, independent of how the suite encoded it. */
const readings: Record<string, View> = {
  'percent-decoded': percentDecoded,
  'form-decoded': (text) => percentDecoded(text.replaceAll('+', ' ')),
  'HTML-unescaped': (text) =>
    text
      .replace(/&#x([0-9a-f]+);/gi, (_, digits) => point(digits, 16))
      .replace(/&#(\d+);/g, (_, digits) => point(digits, 10))
      .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => named[name] as string),
  'JSON-unescaped': (text) =>
    text.replace(/\\(u([0-9a-f]{4})|["\\/])/gi, (_, what: string, digits) => (digits ? point(digits, 16) : what)),
  'base64-decoded': (text) =>
    [...text.matchAll(/[A-Za-z0-9+/_-]{8,}/g)]
      .flatMap(([run]) => [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), 'base64url').toString('utf8')))
      .join('\n'),
}

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
}

/** Returns every output, decoded once and twice. */
function readingsOf(text: string): Map<string, string> {
  const found = new Map([['plain', text]])
  for (const [name, read] of Object.entries(readings)) {
    const once = read(text)
    if (once === text) continue
    found.set(name, once)
    for (const [next, again] of Object.entries(readings)) {
      const twice = again(once)
      if (twice !== once) found.set(`${name}, then ${next}`, twice)
    }
  }
  return found
}

/** Returns all outputs of a run: what it printed, and every file below its folder. */
export function outputsOf(folder: string, ended: { stdout: string; stderr: string }): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    stdout: ended.stdout,
    stderr: ended.stderr,
    ...Object.fromEntries(
      // A diff writes files with the same name for each side.
      files
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((path) => [relative(folder, path), readFileSync(path, 'utf8')] as const),
    ),
  }
}

/** Returns the places where any of these secrets can be read. */
export function leaks(outputs: Record<string, string>, secrets: Iterable<string>): string[] {
  const wanted = [...new Set(secrets)].filter((secret) => secret.length >= 6)
  const replacer = new Replacer()
  for (const secret of wanted) replacer.add(Buffer.from(secret), Buffer.alloc(0))
  return Object.entries(outputs).flatMap(([output, text]) => {
    const found = new Map<string, string>()
    for (const [how, read] of readingsOf(text)) {
      const bytes = Buffer.from(read)
      if (replacer.replace(bytes) === bytes) continue
      for (const secret of wanted.filter((one) => read.includes(one) && !found.has(one))) {
        const at = read.indexOf(secret)
        found.set(
          secret,
          `${output}, ${how}: ${JSON.stringify(read.slice(Math.max(0, at - 80), at + secret.length + 10))}`,
        )
      }
    }
    return [...found.values()]
  })
}
