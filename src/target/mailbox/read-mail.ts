import { type AddressObject, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser'
import type { Mail } from '../../recording/mail.ts'
import { contentOf } from './content.ts'
import type { Stored } from './message-store.ts'

/** A mail, and everybody it says it was delivered to, which a server may have rewritten. */
export interface ReadMail {
  readonly mail: Mail
  readonly recipients: readonly string[]
  /** As its sender numbered it: copies that a server makes have one number. */
  readonly messageId?: string
}

/** What servers write above a mail about whom it was for. */
export const deliveryHeaders = ['delivered-to', 'x-original-to', 'envelope-to']

/**
 * Reads a mail's source, of whatever structure, encoding and charset.
 * @param source the mail as it came over SMTP
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

/** Whether a mail is to this address: compared whole, whatever the letter case. */
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
