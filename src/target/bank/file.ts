import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Bank } from './bank.ts'
import { BankError } from './bank-error.ts'
import type { Deposit } from './deposit.ts'
import { locked } from './lock.ts'
import { type Seal, saltLength, sealOf } from './seal.ts'

/** Increase it when an older suite would misread a newer file. */
const version = 1
/** The first line of a bank. A file with another first line is not overwritten. */
const format = 'magento-customer-contract token bank'
/** How many lines of other keys are kept; their owners may still need them. */
const mostUnopened = 100

interface Header {
  readonly format: string
  readonly version: number
  readonly salt: string
}

/**
 * A bank in a file: a header, then one encrypted deposit per line. Lines are encrypted separately, so that a damaged
 * line does not affect the others. The file is replaced as a whole, so that it is never half written.
 * @param target base URL and store view; deposits of other targets are kept, but not returned
 * @throws BankError if the file is no bank, has a newer version, or cannot be read or written
 */
export function fileBank(path: string, passphrase: string, target: string): Bank & { readonly unopened: number } {
  const { header, lines } = parse(path, read(path))
  const seal = sealOf(passphrase, Buffer.from(header.salt, 'base64'))
  const entries = lines.map((line) => ({ line, deposit: open(seal, line) }))
  const own = entries.flatMap(({ line, deposit }) => (deposit?.target === target ? [{ line, deposit }] : []))
  const gone = new Set(unopenedOf(entries).slice(0, -mostUnopened))

  /** Merges the changes into the current file, since another run may use the same bank. Recreates a missing file. */
  const save = (...added: string[]) =>
    locked(path, () => {
      const text = read(path)
      const now = text.trim() === '' ? undefined : parse(path, text)
      if (now && now.header.salt !== header.salt) throw new BankError(`${path} was replaced by another bank meanwhile`)
      const present = now?.lines ?? own.map(({ line }) => line)
      const kept = [...new Set([...present, ...added])].filter((line) => !gone.has(line))
      replace(path, [JSON.stringify(header), ...kept])
    })
  save()
  return {
    get deposits() {
      return own.map(({ deposit }) => deposit)
    },
    unopened: unopenedOf(entries).length,
    add(deposit) {
      const line = seal.close(JSON.stringify(deposit))
      save(line)
      own.push({ line, deposit })
    },
    drop(deposit) {
      const index = own.findIndex((entry) => entry.deposit === deposit)
      for (const { line } of index < 0 ? [] : own.splice(index, 1)) gone.add(line)
      save()
    },
  }
}

function unopenedOf(entries: readonly { line: string; deposit: Deposit | undefined }[]): string[] {
  return entries.flatMap(({ line, deposit }) => (deposit ? [] : [line]))
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw new BankError(`it cannot be read (${(error as Error).message})`)
  }
}

function parse(path: string, text: string): { header: Header; lines: string[] } {
  const [first = '', ...lines] = text.split('\n').map((line) => line.trim())
  if (text.trim() === '')
    return { header: { format, version, salt: randomBytes(saltLength).toString('base64') }, lines: [] }
  const header = headerOf(first)
  if (!header) throw new BankError(`${path} is not a token bank: it is not changed`)
  if (header.version !== version)
    throw new BankError(`${path} is a token bank of version ${header.version}, and this suite reads version ${version}`)
  return { header, lines: lines.filter(Boolean) }
}

function headerOf(line: string): Header | undefined {
  try {
    const header = JSON.parse(line) as Partial<Header> | null
    return header?.format === format && typeof header.salt === 'string' ? (header as Header) : undefined
  } catch {
    return undefined
  }
}

function open(seal: Seal, line: string): Deposit | undefined {
  const text = seal.open(line)
  return text === undefined ? undefined : (JSON.parse(text) as Deposit)
}

/** Replaces the file atomically, readable only by its owner. */
function replace(path: string, lines: readonly string[]): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    const file = openSync(temporary, 'w', 0o600)
    try {
      // writeFileSync writes all or throws; a single write call may be partial on a full disk.
      writeFileSync(file, `${lines.join('\n')}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new BankError(`it cannot be written (${(error as Error).message})`)
  }
}
