import type { Mail, MailObservation } from '../recording/mail.ts'
import type { Probe, SetupFinding } from '../recording/recording.ts'
import { setUpSentence } from '../recording/set-up-sentences.ts'
import { leadsOn } from '../target/mailbox/carried.ts'
import type { Mailbox } from '../target/mailbox/mailbox.ts'

const copiesName = 'copies of a mail'
const othersName = 'other mails of a registration'

/** Key of a mail without its time, to find copies. */
const alike = ({ subject, links, text }: Mail) => JSON.stringify([subject, links, text])

/**
 * Finds further mails to the first registration besides Magento's: copies of it, and mails of a module.
 * @param pattern the shop's own pattern of a link
 * @returns undefined if there is only one mail
 */
export function moreMails(
  { mails }: MailObservation,
  pattern: string,
): { setup: SetupFinding[]; probes: Record<string, Probe> } | undefined {
  if (mails.length < 2) return undefined
  const magentos = mails.find(({ links }) => links.some((link) => leadsOn(link, pattern))) ?? (mails[0] as Mail)
  const copies = mails.filter((mail) => alike(mail) === alike(magentos)).length
  const others = new Set(mails.map(({ subject }) => subject).filter((subject) => subject !== magentos.subject))
  const from = 'the mails of the first registration'
  return {
    setup: [
      {
        cause: 'mail',
        effect: 'adapted',
        sentence: setUpSentence('mailsMore', { count: mails.length }),
        next: 'If the mailbox gets a copy of each mail, or a module sends its own, nothing: copies count once, and mails with another subject do not count. If customers get the same mail twice, it is a defect of the shop.',
      },
    ],
    probes: {
      [copiesName]: { value: copies, from },
      ...(others.size ? { [othersName]: { value: [...others].join('\n'), from } } : {}),
    },
  }
}

/** Returns a mailbox with Magento's mails only, without copies. */
export function ownMails(mailbox: Mailbox, probes: Readonly<Record<string, Probe>>): Mailbox {
  const copies = Number(probes[copiesName]?.value ?? 1)
  const others = String(probes[othersName]?.value ?? '').split('\n')
  if (copies === 1 && others.join('') === '') return mailbox
  return {
    description: mailbox.description,
    mailsTo: async (address) => {
      const seen = new Map<string, number>()
      return (await mailbox.mailsTo(address)).filter((mail) => {
        if (others.includes(mail.subject)) return false
        const before = seen.get(alike(mail)) ?? 0
        seen.set(alike(mail), before + 1)
        return before % copies === 0
      })
    },
    arrivals: () => mailbox.arrivals(),
    deleteMailsTo: (addresses) => mailbox.deleteMailsTo(addresses),
    close: () => mailbox.close(),
  }
}
