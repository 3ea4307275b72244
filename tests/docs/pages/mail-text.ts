import type { MailObservation } from '../../../src/recording/mail.ts'
import { visible } from '../../../src/shared/text.ts'
import { block, markdown } from './markdown.ts'
import type { Judged } from './runs.ts'

/**
 * The looks into the mailbox that a requirement read: a scenario may have looked more than once. Of one that reads all
 * mails of the run, the look that decided.
 */
export function mailsBlocks(
  { mails, result }: Judged,
  shown: { readonly scenario: string; readonly name: string },
): string[] {
  const names = result.read.length ? result.read : [shown.name]
  return mails
    .filter(({ scenario, name }) => scenario === shown.scenario && names.includes(name))
    .flatMap((observation) => [
      `**${markdown(observation.name)}**, what the mailbox holds for the address by then:`,
      block('text', mailText(observation)),
    ])
}

function mailText({ to, mails }: MailObservation): string {
  if (mails.length === 0) return `no mail to ${to}`
  const texts = mails.map(({ to: addressees, subject, links, text }) => [
    `To: ${addressees.join(', ')}`,
    `Subject: ${subject}`,
    ...links.map((link) => `Link: ${link}`),
    ...(text ? [`Text: ${text}`] : []),
  ])
  return visible(texts.map((lines) => lines.join('\n')).join('\n\n'))
}
