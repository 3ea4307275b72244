import { type AddressObject, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser'
import type { Mail } from '../../recording/mail.ts'
import { contentOf } from './content.ts'
import type { Stored } from './message-store.ts'

/** A mail with all recipients that its headers or the envelope name. A server may have rewritten some headers. */
export interface ReadMail {
  readonly mail: Mail
  readonly recipients: readonly string[]
  /** Copies that a server makes have the same message id. */
  readonly messageId?: string
}

/** Headers in which servers record the recipient of a delivery. */
export const deliveryHeaders = ['delivered-to', 'x-original-to', 'envelope-to']

/**
 * Parses a mail of any structure, encoding and charset.
 * @param source the mail as received over SMTP
 */
export async function readMail(source: Buffer, { receivedAt, envelope = [] }: Stored): Promise<ReadMail> {
  const parsed = await simpleParser(source, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    keepCidLinks: true,
    checksumAlgo: false,
  })
  const to = eachOnce([...addressesIn(parsed.to), ...addressesIn(parsed.cc), ...addressesIn(parsed.bcc), ...envelope])
  return {
    mail: {
      to,
      subject: parsed.subject ?? '',
      receivedAt,
      ...contentOf(parsed.html || undefined, parsed.text),
    },
    recipients: [...to, ...deliveredTo(parsed)],
    ...(parsed.messageId ? { messageId: parsed.messageId } : {}),
  }
}

/** True if the mail is to this address; compares the whole address, ignoring letter case. */
export function isTo(address: string, { recipients }: ReadMail): boolean {
  return recipients.some((one) => one.toLowerCase() === address.toLowerCase())
}

function addressesIn(objects: AddressObject | AddressObject[] | undefined): string[] {
  return [objects ?? []].flat().flatMap(({ value }) => value.flatMap(addressesOf))
}

function addressesOf({ address, group = [] }: EmailAddress): string[] {
  return [...(address ? [address] : []), ...group.flatMap(addressesOf)]
}

function deliveredTo({ headerLines }: ParsedMail): string[] {
  return headerLines
    .filter(({ key }) => deliveryHeaders.includes(key))
    .map(({ line }) =>
      line
        .slice(line.indexOf(':') + 1)
        .trim()
        .replace(/^<|>$/g, ''),
    )
}

function eachOnce(addresses: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const address of addresses) {
    const key = address.toLowerCase()
    if (!known.has(key)) known.set(key, address)
  }
  return [...known.values()]
}
