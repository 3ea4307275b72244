import type { MailObservation } from '../recording/mail.ts'
import { shown } from './compare-values.ts'
import type { Difference } from './difference.ts'

/** What differs between what two runs found in a mailbox at the same place of a scenario. */
export function compareMails(before: MailObservation, after: MailObservation): Difference[] {
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
    return [...(subject.before === subject.after ? [] : [subject]), ...compareLinks(mail.links, other.links)]
  })
}

function compareLinks(before: readonly string[], after: readonly string[]): Difference[] {
  const [known, found] = [namesOf(before), namesOf(after)]
  const place = 'links of the mail'
  return [
    ...known
      .filter((name) => !found.includes(name))
      .map((name): Difference => ({ kind: 'link parameter gone', place, before: name, after: 'nothing' })),
    ...found
      .filter((name) => !known.includes(name))
      .map((name): Difference => ({ kind: 'link parameter new', place, before: 'nothing', after: name })),
  ]
}

/** The parameters of links, with the page they lead to: `token of /customer/account/createPassword/`. */
function namesOf(links: readonly string[]): string[] {
  const names = links.flatMap((link) => {
    if (!URL.canParse(link)) return []
    const { pathname, searchParams } = new URL(link)
    return [...searchParams.keys()].map((name) => `${name} of ${pathname}`)
  })
  return [...new Set(names)]
}
