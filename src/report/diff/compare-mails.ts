import type { MailObservation } from '../../recording/mail.ts'
import type { Difference } from './difference.ts'
import type { Pairing } from './pairing.ts'
import { shown } from './shown.ts'

/** Returns the differences between the mails that two runs found at the same step of a scenario. */
export function compareMails(before: MailObservation, after: MailObservation, pairing: Pairing): Difference[] {
  const [known, found] = [before.mails, after.mails]
  const count = (mails: readonly unknown[]) => `${mails.length} ${mails.length === 1 ? 'mail' : 'mails'}`
  if (known.length !== found.length) {
    const kind = found.length < known.length ? 'mail missing' : 'mail new'
    return [{ kind, place: 'mailbox', before: count(known), after: count(found) }]
  }
  return known.flatMap((mail, index) => {
    const other = found[index] as typeof mail
    const subject: Difference = {
      kind: 'mail subject',
      place: 'subject of the mail',
      before: shown(mail.subject),
      after: shown(other.subject),
    }
    return [
      ...compareAddressees(mail.to, other.to, pairing),
      ...(subject.before === subject.after ? [] : [subject]),
      ...compareLinks(mail.links, other.links, pairing),
    ]
  })
}

function compareAddressees(before: readonly string[], after: readonly string[], pairing: Pairing): Difference[] {
  const [known, found] = [addressesOf(before), addressesOf(after)]
  if (known.length !== found.length)
    return [
      { kind: 'mail addressee', place: 'addressees of the mail', before: `${known.length}`, after: `${found.length}` },
    ]
  const isSame = known.every((address, index) => pairing.agree('email', address, found[index] as string))
  return isSame
    ? []
    : [{ kind: 'mail addressee', place: 'addressees of the mail', before: 'the customer', after: 'somebody else' }]
}

/** Returns single addresses in lower case; some catchers return several in one text. */
const addressesOf = (to: readonly string[]) => to.flatMap((text) => text.toLowerCase().split(/,\s*/))

function compareLinks(before: readonly string[], after: readonly string[], pairing: Pairing): Difference[] {
  const [known, found] = [namesOf(before), namesOf(after)]
  const place = 'parameter of the mail’s link'
  const [b, a] = [idIn(before), idIn(after)]
  const isAnother = b !== undefined && a !== undefined && !pairing.agree('customer', b, a)
  return [
    ...(isAnother
      ? [{ kind: 'identity' as const, place, before: 'the customer’s id', after: 'the id of another' }]
      : []),
    ...known
      .filter((name) => !found.includes(name))
      .map((name): Difference => ({ kind: 'link parameter gone', place, before: name, after: 'nothing' })),
    ...found
      .filter((name) => !known.includes(name))
      .map((name): Difference => ({ kind: 'link parameter new', place, before: 'nothing', after: name })),
  ]
}

/** Returns the customer id in a link, if there is one. */
function idIn(links: readonly string[]): string | undefined {
  const ids = links.map((link) => (URL.canParse(link) ? new URL(link).searchParams.get('id') : null))
  return ids.find((id) => id !== null) ?? undefined
}

/** Returns the query parameters of links with the page: `token of /customer/account/createPassword/`. */
function namesOf(links: readonly string[]): string[] {
  const names = links.flatMap((link) => {
    if (!URL.canParse(link)) return []
    const { pathname, searchParams } = new URL(link)
    return [...searchParams.keys()].map((name) => `${name} of ${pathname}`)
  })
  return [...new Set(names)]
}
